import { z } from 'zod';
import { localizedTextSchema } from '@/flows/document/localized-text';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode } from '../define-node';
import { exitPorts, exitsSchema } from '../options/exit-options';
import { noReplyPort } from '../options/no-reply-port';
import { fixedOptionSchema, noReplySchema } from '../options/option-schema';
import { variableFieldSchema } from '../variables/variable-field';
import { compileFaqAnswer } from './compile-faq-answer';
import texts from './faq-answer.texts.json';

const dataSchema = z
  .strictObject({
    /** Asked first; null takes the question from `variable`. */
    question: messageContentSchema.nullable(),
    variable: variableFieldSchema.nullable(),
    /** Said above the candidates when no article is certain. */
    unsure: localizedTextSchema.meta({ field: 'localized-text', template: true }),
    helped: z.strictObject({ message: messageContentSchema, yes: fixedOptionSchema, no: fixedOptionSchema }).meta({ field: 'group' }),
    tries: z.number().int().min(1).max(5).meta({ field: 'integer' }),
    exits: exitsSchema,
    noReply: noReplySchema,
  })
  .refine(({ question, variable }) => question !== null || variable !== null, { error: 'nothing to search for', path: ['question'] });
export type FaqAnswerData = z.infer<typeof dataSchema>;

/** Answers a question from the articles, offers the likeliest when unsure, and asks whether it helped. */
export const faqAnswerNode = defineNode({
  type: 'faq-answer',
  version: 1,
  family: 'know',
  data: dataSchema,
  defaults: (languages): FaqAnswerData => ({
    question: textMessage(defaultText(texts, 'question', languages)),
    variable: null,
    unsure: defaultText(texts, 'unsure', languages),
    helped: {
      message: textMessage(defaultText(texts, 'helped', languages)),
      yes: { label: defaultText(texts, 'yes', languages), synonyms: {} },
      no: { label: defaultText(texts, 'no', languages), synonyms: {} },
    },
    tries: 2,
    exits: [],
    noReply: { after: 'PT30M' },
  }),
  ports: (data) => [
    { id: 'helped', kind: 'exit', required: true, label: { key: 'helped' } },
    { id: 'not-helped', kind: 'exit', required: true, label: { key: 'not-helped' } },
    { id: 'none', kind: 'exit', required: true, label: { key: 'none' } },
    ...exitPorts(data.exits),
    ...noReplyPort(data.noReply),
  ],
  refs: () => [],
  migrations: [],
  compile: compileFaqAnswer,
});
