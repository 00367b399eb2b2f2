import type { ActionJson, GuardJson, MessageTemplate } from '@/flows/compiler/machine-json';
import type { PortId } from '@/flows/document/flow-document';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { MessageContent } from '@/flows/document/message-content';
import type { CompileContext, Plan, StateFragment } from '../define-node';
import { optionKeys } from './option-keys';
import type { FixedOption, NoReply } from './option-schema';
import { reportSharedKeys } from './report-shared-keys';
import { silence } from './silence';

/** A message with options, as *choices*, *auto-reply* and *ask* put it. */
export interface Question {
  message: MessageContent;
  options: (FixedOption & { port: PortId; value: string; path: (string | number)[] })[];
  /** How many answers that are not understood it takes to leave by `no-match`; 1 leaves at once. */
  tries: number;
  /** Said when an answer is not understood and tries are left; the question itself when blank. */
  retry: LocalizedText;
  noReply: NoReply;
  /** What else counts as an answer, after the options. */
  answer?: FreeAnswer;
}

export interface FreeAnswer {
  /** Shown before the options, and what picks each of them. */
  buttons: { value: string; label: LocalizedText; keys: string[]; path: (string | number)[] }[];
  when: GuardJson;
  plan: Plan;
  /** Whether a number may be an answer, so that it cannot pick an option. */
  takesNumbers: boolean;
}

/** Asks, then rests in `answer` until an option is picked, the tries are used up, or silence lasts too long. */
export function compileQuestion<D>(question: Question, context: CompileContext<D>): StateFragment {
  const { node, languages } = context;
  const counter = `${node.id}.tries`;
  const { answer } = question;
  const before = answer?.buttons ?? [];
  const options = question.options.map((option, index) => ({
    ...option,
    keys: optionKeys(option, answer?.takesNumbers ? null : before.length + index + 1, languages),
  }));
  reportSharedKeys([...before, ...options], context);

  const buttons = [...before, ...options].map(({ value, label }) => ({ value, label }));
  const shown = buttons.length > 0 ? { options: buttons } : {};
  const asked: ActionJson = { type: 'send', params: { parts: question.message.parts, ...shown } };
  const picked = options.map((option) => ({
    when: { type: 'matches-option' as const, params: { value: option.value, keys: option.keys } },
    plan: {
      do: [{ type: 'record-answer' as const, params: { node: node.id, title: node.title, value: option.label } }],
      then: { exit: option.port, reason: 'chosen' },
    },
  }));
  const askedAgain: { when: { type: 'counter-below'; params: { counter: string; limit: number } }; plan: Plan }[] =
    question.tries > 1
      ? [
          {
            when: { type: 'counter-below', params: { counter, limit: question.tries - 1 } },
            plan: {
              do: [
                { type: 'count', params: { counter } },
                { type: 'send', params: { parts: retryParts(question), ...shown } },
              ],
              then: { wait: 'answer' },
            },
          },
        ]
      : [];
  return {
    entry: {
      do: question.tries > 1 ? [{ type: 'reset', params: { counter } }, asked] : [asked],
      then: { wait: 'answer' },
    },
    waits: {
      answer: {
        for: 'customer',
        on: {
          'message.received': {
            do: [],
            then: {
              branch: [...picked, ...(answer ? [{ when: answer.when, plan: answer.plan }] : []), ...askedAgain],
              otherwise: { do: [], then: { exit: 'no-match', reason: 'not-understood' } },
            },
          },
        },
        after: silence(question.noReply),
      },
    },
  };
}

function retryParts(question: Question): MessageTemplate['parts'] {
  const blank = Object.values(question.retry).every((text) => text.trim() === '');
  return blank ? question.message.parts : [{ kind: 'text', text: question.retry }];
}
