import { canonicalJson } from './canonical-json';
import { type FlowDocument, type FlowNode, type NodeId, type PortId } from './flow-document';
import type { Json } from './json';
import type { Trigger } from './trigger';

/** One place inside a step or the document that holds another value; undefined where there is none. */
export interface FieldChange {
  /** From `title` or `data` on; an element of a list whose elements have ids is named by its position in the newer list, else in the older. */
  path: (string | number)[];
  before: Json | undefined;
  after: Json | undefined;
}

/** A way out that leads elsewhere; null where it leads nowhere. */
export interface Rewiring {
  from: NodeId;
  port: PortId;
  before: NodeId | null;
  after: NodeId | null;
}

/** What a customer could notice, and what authors named. Where cards stand is not in it. */
export interface DocumentDiff {
  added: NodeId[];
  removed: NodeId[];
  changed: { id: NodeId; fields: FieldChange[] }[];
  /** Ways out of steps that both have. */
  rewired: Rewiring[];
  document: { path: 'name' | 'languages' | 'variables'; before: Json; after: Json }[];
  /** By id, what begins the flow: null where there is none. In the order of the newer list, then what is gone. */
  triggers: { id: string; before: Trigger | null; after: Trigger | null }[];
}

/** Compares two documents of one flow, step by step and field by field, in the order of the steps' ids. */
export function compareDocuments(before: FlowDocument, after: FlowDocument): DocumentDiff {
  const diff: DocumentDiff = { added: [], removed: [], changed: [], rewired: [], document: [], triggers: [] };
  for (const id of [...new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)])].sort()) {
    const old = before.nodes[id];
    const next = after.nodes[id];
    if (!old) diff.added.push(id);
    else if (!next) diff.removed.push(id);
    else {
      const fields = fieldChanges(old, next);
      if (fields.length > 0) diff.changed.push({ id, fields });
    }
  }
  for (const id of [...new Set([...Object.keys(before.edges), ...Object.keys(after.edges)])].sort()) {
    const old = before.edges[id];
    const next = after.edges[id];
    const from = next?.from ?? old?.from ?? '';
    if (old?.to === next?.to || !before.nodes[from] || !after.nodes[from]) continue;
    diff.rewired.push({ from, port: next?.port ?? old?.port ?? '', before: old?.to ?? null, after: next?.to ?? null });
  }
  for (const path of ['name', 'languages', 'variables'] as const) {
    if (!same(before[path], after[path])) diff.document.push({ path, before: before[path], after: after[path] });
  }
  for (const id of new Set([...after.triggers, ...before.triggers].map((trigger) => trigger.id))) {
    const [old, next] = [before, after].map(({ triggers }) => triggers.find((trigger) => trigger.id === id) ?? null) as [Trigger | null, Trigger | null];
    if (!same(old, next)) diff.triggers.push({ id, before: old, after: next });
  }
  return diff;
}

/** Whether anything but the places of cards differs. */
export function isSameFlow(diff: DocumentDiff): boolean {
  return diff.added.length + diff.removed.length + diff.changed.length + diff.rewired.length + diff.document.length + diff.triggers.length === 0;
}

function fieldChanges(before: FlowNode, after: FlowNode): FieldChange[] {
  const found: FieldChange[] = [];
  if (before.type !== after.type) found.push({ path: ['type'], before: before.type, after: after.type });
  collect(before.title, after.title, ['title'], found);
  collect(before.data, after.data, ['data'], found);
  return found;
}

/** Down to the smallest parts that differ. */
function collect(before: Json | undefined, after: Json | undefined, path: FieldChange['path'], found: FieldChange[]): void {
  if (same(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) return collectList(before, after, path, found);
  if (!isObject(before) || !isObject(after)) return void found.push({ path, before, after });
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) collect(before[key], after[key], [...path, key], found);
}

function collectList(before: readonly Json[], after: readonly Json[], path: FieldChange['path'], found: FieldChange[]): void {
  const [old, next] = [byId(before), byId(after)];
  if (!old || !next) {
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) collect(before[index], after[index], [...path, index], found);
    return;
  }
  const start = found.length;
  for (const [id, element] of old) {
    const there = next.get(id);
    collect(element.value, there?.value, [...path, there?.index ?? element.index], found);
  }
  for (const [id, element] of next) if (!old.has(id)) found.push({ path: [...path, element.index], before: undefined, after: element.value });
  // The same elements in another order.
  if (found.length === start) found.push({ path, before: [...before], after: [...after] });
}

function byId(list: readonly Json[]): Map<string, { value: Json; index: number }> | null {
  const elements = list.map((value, index) => [isObject(value) ? value['id'] : undefined, { value, index }] as const);
  const map = new Map(elements.flatMap(([id, element]) => (typeof id === 'string' ? [[id, element]] : [])));
  return map.size === list.length ? map : null;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}
