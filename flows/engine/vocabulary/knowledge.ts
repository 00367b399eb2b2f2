import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import type { ActionJson, MachineContext } from '@/flows/compiler/machine-json';
import type { NodeId } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import { localizedTextSchema, pickText, type LocalizedText } from '@/flows/document/localized-text';
import type { Outcome } from '../outcome';
import type { Turn } from '../turn';
import { send } from './send';

type Params<T extends ActionJson['type']> = Extract<ActionJson, { type: T }>['params'];

/** Asks the knowledge base; the effect's id is what `effect.succeeded` has to answer. */
export function searchKnowledge(outcome: Outcome, turn: Turn, { language, variables }: MachineContext, { node, query, limit }: Params<'search-knowledge'>): void {
  const asked = query.from === 'message' ? (turn.message?.text ?? '') : (Object.hasOwn(variables, query.name) ? variables[query.name] : null);
  const text = typeof asked === 'string' ? asked : asked === null || asked === undefined ? '' : JSON.stringify(asked);
  outcome.awaited = outcome.emit({ kind: 'knowledge.search', node, query: text, language, limit });
}

/** A result without an outcome, from a world that errs, is none. */
export function resultIs({ result }: Turn, { outcome }: { outcome: string }): boolean {
  return fieldOf(result, 'outcome') === outcome;
}

export function keepResult(turn: Turn, context: MachineContext, { node }: Params<'keep-result'>): Partial<MachineContext> {
  return { results: { ...context.results, [node]: turn.result ?? null } };
}

export function matchesCandidate({ message }: Turn, context: MachineContext, { node, index }: { node: NodeId; index: number }): boolean {
  const candidate = candidatesOf(context, node)[index];
  if (!message || !candidate) return false;
  if (message.choice === `${node}:candidate-${index}`) return true;
  const said = normaliseAnswer(message.text);
  return said === String(index + 1) || (said !== '' && Object.values(candidate.title).some((title) => normaliseAnswer(title) === said));
}

export function sendCandidates(outcome: Outcome, turn: Turn, context: MachineContext, { node, parts, exits }: Params<'send-candidates'>): void {
  const buttons = candidatesOf(context, node).map(({ title }, index) => ({ value: `${node}:candidate-${index}`, label: title }));
  send(outcome, turn, context, { parts, options: [...buttons, ...exits] });
}

/** An article is written for customers as it stands: what looks like a template in it is no template. */
export function sendArticle(outcome: Outcome, turn: Turn, context: MachineContext, { node, index }: Params<'send-article'>): void {
  const { language } = context;
  const text = pickText(candidatesOf(context, node)[index]?.answer, language, turn.languages);
  if (text.trim() === '') return;
  outcome.emit({ kind: 'message.send', node: outcome.node ?? '', content: { language, parts: [{ kind: 'text', text }] } });
}

/** Candidates of the result a step has kept; those that cannot be shown count as empty, so that positions stay. */
function candidatesOf({ results = {} }: MachineContext, node: NodeId): { title: LocalizedText; answer: LocalizedText }[] {
  const candidates = fieldOf(Object.hasOwn(results, node) ? results[node] : undefined, 'candidates');
  if (!Array.isArray(candidates)) return [];
  return candidates.map((candidate) => ({ title: textIn(candidate, 'title'), answer: textIn(candidate, 'answer') }));
}

function textIn(candidate: Json, name: string): LocalizedText {
  return localizedTextSchema.safeParse(fieldOf(candidate, name)).data ?? {};
}

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
