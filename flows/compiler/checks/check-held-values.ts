import type { ActionJson } from '@/flows/compiler/machine-json';
import type { NodeId } from '@/flows/document/flow-document';
import { pickText, type Locale } from '@/flows/document/localized-text';
import { dataFields, type DataField } from '@/flows/nodes/data-fields';
import type { Plan, StateFragment } from '@/flows/nodes/define-node';
import type { ResolvedFlow } from '../resolved-flow';

/**
 * Comparisons with a word that a text variable never holds: a choice is kept in the words of the flow's first language,
 * and an author easily compares with those of another. Only variables whose every value is known are looked at.
 */
export function checkHeldValues(flow: ResolvedFlow, fragments: ReadonlyMap<NodeId, StateFragment>): void {
  if (fragments.size < flow.ids.length) return;
  const held = heldValues(flow, fragments);
  for (const [id, { type, data }] of flow.nodes) {
    const fields = dataFields(type.data, data);
    for (const { path, field, value } of fields) {
      if (field !== 'operator' || (value !== 'is' && value !== 'is-not')) continue;
      const beside = (key: string) => besideOf(fields, path, key);
      const name = beside('variable');
      const wanted = beside('value');
      const known = typeof name === 'string' ? held.get(name) : undefined;
      if (!known || typeof wanted !== 'string' || known.some((one) => sameWords(one, wanted))) continue;
      flow.report('value-never-held', { node: id, path: [...path.slice(0, -1), 'value'] }, { name: String(name), value: wanted, known: known.join(', ') });
    }
  }
}

/** What each text variable of the conversation may hold, for those that only choices and fixed values fill. */
function heldValues(flow: ResolvedFlow, fragments: ReadonlyMap<NodeId, StateFragment>): Map<string, string[]> {
  const held = new Map<string, string[]>();
  const open = new Set([...flow.variables.values()].filter(({ type, scope }) => type !== 'text' || scope === 'contact').map(({ name }) => name));
  for (const action of [...fragments.values()].flatMap(actionsOf)) {
    const variable = 'variable' in action.params ? action.params.variable : null;
    if (variable === null) continue;
    const values = valuesOf(action, flow.document.languages);
    if (values === undefined) open.add(variable);
    else held.set(variable, [...(held.get(variable) ?? []), ...values]);
  }
  for (const name of open) held.delete(name);
  return held;
}

/** The words an action may leave in its variable; undefined when they could be any. */
function valuesOf(action: ActionJson, languages: readonly Locale[]): string[] | undefined {
  if (action.type === 'patch-contact') return [];
  if (action.type === 'assign') return typeof action.params.value === 'string' ? [action.params.value] : [];
  if (action.type === 'take-answer' && action.params.answer.kind === 'choice') return action.params.answer.options.map(({ label }) => pickText(label, languages[0] ?? '', languages));
  return undefined;
}

function actionsOf({ entry, waits }: StateFragment): ActionJson[] {
  return [entry, ...Object.values(waits).flatMap(({ on, after = [] }) => [...Object.values(on), ...after.map(({ plan }) => plan)])].flatMap(actionsIn);
}

function actionsIn({ do: actions, then }: Plan): ActionJson[] {
  if (!('branch' in then)) return actions;
  return [...actions, ...then.branch.flatMap(({ plan }) => actionsIn(plan)), ...actionsIn(then.otherwise)];
}

function besideOf(fields: readonly DataField[], path: DataField['path'], key: string): unknown {
  const wanted = [...path.slice(0, -1), key].join('.');
  return fields.find((field) => field.path.join('.') === wanted)?.value;
}

/** As a condition compares texts: without regard to capitals A to Z and the spaces around. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string) => text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return plain(a) === plain(b);
}
