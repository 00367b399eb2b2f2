import type { ActionJson, GuardJson, KnowledgeQuery } from '@/flows/compiler/machine-json';
import type { CompileContext, Plan, StateFragment, Wait } from '../define-node';
import { exitOptions } from '../options/exit-options';
import { optionKeys } from '../options/option-keys';
import { reportSharedKeys } from '../options/report-shared-keys';
import { silence } from '../options/silence';
import type { FaqAnswerData } from './faq-answer.node';

/** Candidates offered when no article is certain. */
const CANDIDATES = 3;

type Branch = { when: GuardJson; plan: Plan };

/**
 * question → searching → helped, by way of unsure where no article is certain. Words that are no button are a new
 * question, as often as the tries allow: people rephrase.
 */
export function compileFaqAnswer(context: CompileContext<FaqAnswerData>): StateFragment {
  const { data, node, languages } = context;
  const id = node.id;
  const counter = `${id}.tries`;
  const exits = exitOptions(id, data.exits).map((exit) => ({ ...exit, keys: optionKeys(exit, null, languages) }));
  const replies = (['yes', 'no'] as const).map((name, index) => ({ ...data.helped[name], value: `${id}:${name}`, keys: optionKeys(data.helped[name], index + 1, languages), path: ['helped', name, 'label'] }));
  reportSharedKeys([...replies, ...exits], context);

  const buttons = (options: readonly { value: string; label: Record<string, string> }[]) => (options.length > 0 ? { options: options.map(({ value, label }) => ({ value, label })) } : {});
  const leave = (port: string, reason: string): Plan => ({ do: [], then: { exit: port, reason } });
  const search = (query: KnowledgeQuery): ActionJson => ({ type: 'search-knowledge', params: { node: id, query, limit: CANDIDATES } });
  const give = (index: number): Plan => ({
    do: [
      { type: 'send-article', params: { node: id, index } },
      { type: 'send', params: { parts: data.helped.message.parts, ...buttons([...replies, ...exits]) } },
    ],
    then: { wait: 'helped' },
  });
  const left: Branch[] = exits.map(({ value, keys, label, port }) => ({
    when: { type: 'matches-option', params: { value, keys } },
    plan: { do: [{ type: 'record-answer', params: { node: id, title: node.title, value: label } }], then: { exit: port, reason: 'chosen' } },
  }));
  const answered: Branch[] = replies.map(({ value, keys }, index) => ({
    when: { type: 'matches-option', params: { value, keys } },
    plan: leave(index === 0 ? 'helped' : 'not-helped', 'chosen'),
  }));
  const again: Branch[] =
    data.tries > 1
      ? [
          {
            when: { type: 'counter-below', params: { counter, limit: data.tries - 1 } },
            plan: { do: [{ type: 'count', params: { counter } }, search({ from: 'message' })], then: { wait: 'searching' } },
          },
        ]
      : [];
  const hears = (branch: Branch[], otherwise: Plan): Wait => ({
    for: 'customer',
    on: { 'message.received': { do: [], then: { branch, otherwise } } },
    after: silence(data.noReply),
  });
  const candidates: Branch[] = Array.from({ length: CANDIDATES }, (_, index) => ({ when: { type: 'matches-candidate', params: { node: id, index } }, plan: give(index) }));
  const asked = data.question;
  const begin: ActionJson = { type: 'reset', params: { counter } };
  return {
    entry: asked
      ? { do: [begin, { type: 'send', params: { parts: asked.parts, ...buttons(exits) } }], then: { wait: 'question' } }
      : { do: [begin, search({ from: 'variable', name: data.variable ?? '' })], then: { wait: 'searching' } },
    waits: {
      ...(asked ? { question: hears(left, { do: [search({ from: 'message' })], then: { wait: 'searching' } }) } : {}),
      searching: { for: 'effect', on: { 'effect.succeeded': found(context, exits, give(0)), 'effect.failed': leave('none', 'search-failed') } },
      unsure: hears([...left, ...candidates, ...again], leave('none', 'not-understood')),
      helped: hears([...answered, ...left, ...again], leave('not-helped', 'not-understood')),
    },
  };
}

function found({ data, node }: CompileContext<FaqAnswerData>, exits: { value: string; label: Record<string, string> }[], first: Plan): Plan {
  const keep: ActionJson = { type: 'keep-result', params: { node: node.id } };
  const offer: ActionJson = {
    type: 'send-candidates',
    params: { node: node.id, parts: [{ kind: 'text', text: data.unsure }], exits: exits.map(({ value, label }) => ({ value, label })) },
  };
  return {
    do: [],
    then: {
      branch: [
        { when: { type: 'result-is', params: { outcome: 'answered' } }, plan: { do: [keep, ...first.do], then: first.then } },
        { when: { type: 'result-is', params: { outcome: 'unsure' } }, plan: { do: [keep, offer], then: { wait: 'unsure' } } },
      ],
      otherwise: { do: [], then: { exit: 'none', reason: 'no-article' } },
    },
  };
}
