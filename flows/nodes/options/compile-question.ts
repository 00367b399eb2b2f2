import type { ActionJson, MessageTemplate } from '@/flows/compiler/machine-json';
import { durationToMs } from '@/flows/document/duration';
import type { PortId } from '@/flows/document/flow-document';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { MessageContent } from '@/flows/document/message-content';
import type { CompileContext, Plan, StateFragment } from '../define-node';
import { optionKeys } from './option-keys';
import type { FixedOption, NoReply } from './option-schema';

/** A message with options, as *choices* and *auto-reply* both ask it. */
export interface Question {
  message: MessageContent;
  options: (FixedOption & { port: PortId; value: string; path: (string | number)[] })[];
  /** How many answers that are not understood it takes to leave by `no-match`; 1 leaves at once. */
  tries: number;
  /** Said when an answer is not understood and tries are left; the question itself when blank. */
  retry: LocalizedText;
  noReply: NoReply;
}

/** Asks, then rests in `answer` until an option is picked, the tries are used up, or silence lasts too long. */
export function compileQuestion<D>(question: Question, context: CompileContext<D>): StateFragment {
  const { node, languages } = context;
  const counter = `${node.id}.tries`;
  const options = question.options.map((option, index) => ({ ...option, keys: optionKeys(option, index + 1, languages) }));
  reportSharedKeys(options, context);

  const buttons = options.map(({ value, label }) => ({ value, label }));
  const asked: ActionJson = { type: 'send', params: { parts: question.message.parts, options: buttons } };
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
                { type: 'send', params: { parts: retryParts(question), options: buttons } },
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
              branch: [...picked, ...askedAgain],
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

function silence(noReply: NoReply): { ms: number; plan: Plan }[] {
  const ms = noReply && durationToMs(noReply.after);
  return ms ? [{ ms, plan: { do: [], then: { exit: 'no-reply', reason: 'no-reply' } } }] : [];
}

/** The first of two options would always win, so that the second could never be written: an error, on the second. */
function reportSharedKeys<D>(options: { keys: string[]; path: (string | number)[] }[], context: CompileContext<D>): void {
  const seen = new Set<string>();
  for (const { keys, path } of options) {
    const shared = keys.find((key) => seen.has(key));
    if (shared !== undefined) context.report({ code: 'duplicate-option', severity: 'error', path, params: { key: shared } });
    for (const key of keys) seen.add(key);
  }
}
