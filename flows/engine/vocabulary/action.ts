import type { ActionJson, MachineContext } from '@/flows/compiler/machine-json';
import type { Outcome } from '../outcome';
import type { Turn } from '../turn';
import { noteAnswer } from './answers';
import type { CHANGES } from './change';
import { requestService } from './http';
import { cancelHandoff, requestHandoff } from './handoff';
import { searchKnowledge, sendArticle, sendCandidates } from './knowledge';
import { send } from './send';

type Action<T extends ActionJson['type']> = Extract<ActionJson, { type: T }>;
type Acts = { [A in ActionJson as A['type']]: (outcome: Outcome, turn: Turn, context: MachineContext, params: A['params']) => void };

/** The actions of vocabulary 3 that leave the machine. The others change its context and are XState's to run, see change.ts. */
const acts: Omit<Acts, keyof typeof CHANGES> = {
  send,
  'take-answer': noteAnswer,
  'search-knowledge': searchKnowledge,
  request: requestService,
  'send-candidates': sendCandidates,
  'send-article': sendArticle,
  'patch-contact': (outcome, _turn, { variables }, { node, variable }) => {
    outcome.emit({ kind: 'contact.patch', node, name: variable, value: (Object.hasOwn(variables, variable) ? variables[variable] : null) ?? null });
  },
  'record-answer': (outcome, _turn, _context, { node, title, value }) => {
    outcome.emit({ kind: 'answer.record', node, title, value });
  },
  'request-handoff': (outcome, _turn, _context, params) => requestHandoff(outcome, params),
  'cancel-handoff': (outcome, _turn, _context, params) => cancelHandoff(outcome, params),
  close: (outcome, _turn, _context, { node, disposition }: Action<'close'>['params']) => {
    outcome.emit({ kind: 'conversation.close', node, disposition });
  },
  enter: (outcome, _turn, _context, { node }) => {
    outcome.node = node;
    outcome.trace.push({ kind: 'entered', node });
  },
  leave: (outcome, _turn, _context, { node, port, reason }) => {
    outcome.trace.push({ kind: 'left', node, port, reason });
  },
};

/** Names of the actions that XState only collects. */
export const COLLECTED_ACTIONS = Object.keys(acts);

/** Does what an action collected by XState says. `context` is the machine's as it was when the action's turn came. */
export function act(outcome: Outcome, turn: Turn, context: MachineContext, action: { type: string; params?: unknown }): void {
  if (!Object.hasOwn(acts, action.type)) throw new Error(`no action ${action.type} in the vocabulary`);
  const perform = acts[action.type as keyof typeof acts] as (outcome: Outcome, turn: Turn, context: MachineContext, params: unknown) => void;
  perform(outcome, turn, context, action.params);
}
