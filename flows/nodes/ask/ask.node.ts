import { z } from 'zod';
import { isCountry } from '@/flows/answers/parse-phone';
import { localizedTextSchema } from '@/flows/document/localized-text';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode, type CompileContext, type StateFragment } from '../define-node';
import { compileQuestion, type FreeAnswer } from '../options/compile-question';
import { exitOptions, exitPorts, exitsSchema } from '../options/exit-options';
import { noReplyPort } from '../options/no-reply-port';
import { noReplySchema } from '../options/option-schema';
import { patchContact } from '../variables/patch-contact';
import { reportMisfit } from '../variables/report-misfit';
import { assignedVariableSchema } from '../variables/variable-field';
import { answerRule, answerSchema, canKeep } from './answer-schema';
import texts from './ask.texts.json';

const dataSchema = z.strictObject({
  message: messageContentSchema,
  answer: answerSchema,
  variable: assignedVariableSchema.nullable(),
  tries: z.number().int().min(1).max(5).meta({ field: 'integer' }),
  retry: localizedTextSchema.meta({ field: 'localized-text', template: true, optional: true }),
  exits: exitsSchema,
  noReply: noReplySchema,
});
type AskData = z.infer<typeof dataSchema>;

/** Asks for something of a kind, checks it, keeps it in a variable and notes it for the agent. */
export const askNode = defineNode({
  type: 'ask',
  version: 1,
  family: 'talk',
  data: dataSchema,
  defaults: (languages): AskData => ({
    message: textMessage(defaultText(texts, 'message', languages)),
    answer: { kind: 'text' },
    variable: null,
    tries: 2,
    retry: defaultText(texts, 'retry', languages),
    exits: [],
    noReply: { after: 'PT30M' },
  }),
  ports: (data) => [
    { id: 'answered', kind: 'exit', required: true, label: { key: 'answered' } },
    ...exitPorts(data.exits),
    { id: 'no-match', kind: 'exit', required: true, label: { key: 'no-match' } },
    ...noReplyPort(data.noReply),
  ],
  refs: () => [],
  migrations: [],
  compile: compileAsk,
});

function compileAsk(context: CompileContext<AskData>): StateFragment {
  const { data, node, languages } = context;
  const variable = data.variable === null ? undefined : context.variables.get(data.variable);
  if (variable && !canKeep(variable.type, data.answer)) reportMisfit(variable, ['variable'], context);
  reportCountry(context);
  const rule = answerRule(data.answer, node.id, languages);
  const answer: FreeAnswer = {
    buttons: rule.kind === 'choice' ? rule.options.map((option, index) => ({ ...option, path: ['answer', 'options', index, 'label'] })) : [],
    takesNumbers: rule.kind !== 'choice',
    when: { type: 'answer-valid', params: { answer: rule } },
    plan: {
      do: [
        {
          type: 'take-answer',
          params: { variable: variable?.name ?? null, answer: rule, node: node.id, title: node.title, ...(variable?.type === 'secret' ? { secret: true } : {}) },
        },
        ...patchContact(node.id, variable),
      ],
      then: { exit: 'answered', reason: 'answered' },
    },
  };
  return compileQuestion({ message: data.message, options: exitOptions(node.id, data.exits), tries: data.tries, retry: data.retry, noReply: data.noReply, answer }, context);
}

function reportCountry({ data: { answer }, report }: CompileContext<AskData>): void {
  if (answer.kind !== 'phone' || answer.country === undefined || isCountry(answer.country)) return;
  report({ code: 'unknown-country', severity: 'error', path: ['answer', 'country'], params: { country: answer.country } });
}
