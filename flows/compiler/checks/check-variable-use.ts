import { namesRead } from '@/flows/expressions/condition';
import { templateNames } from '@/flows/expressions/template';
import { dataFields } from '@/flows/nodes/data-fields';
import type { ResolvedFlow, ResolvedNode } from '../resolved-flow';
import { textsIn } from './check-texts';

/**
 * Variables that serve nothing: those no step names, and those that are set and never read. One of the customer's own
 * may be set for another conversation to read. Nothing is said while a step cannot be read: it might be the one.
 */
export function checkVariableUse(flow: ResolvedFlow): void {
  if (flow.nodes.size < flow.ids.length) return;
  const read = new Set([...flow.nodes.values()].flatMap(namesReadBy));
  const set = new Set([...[...flow.nodes.values()].flatMap(namesSetBy), ...flow.document.triggers.flatMap((trigger) => (trigger.type === 'api-event' ? Object.keys(trigger.variables) : []))]);
  const reported = new Set<string>();
  flow.document.variables.forEach(({ name, scope }, index) => {
    if (read.has(name) || reported.has(name)) return;
    reported.add(name);
    if (!set.has(name)) flow.report('unused-variable', { path: ['variables', index] }, { name });
    else if (scope === 'conversation') flow.report('unread-variable', { path: ['variables', index] }, { name });
  });
}

function namesReadBy(resolved: ResolvedNode): string[] {
  const named = dataFields(resolved.type.data, resolved.data).flatMap(({ field, meta, value }) => {
    if (typeof value !== 'string') return [];
    if (field === 'variable') return meta.assigned === true ? [] : [value];
    return field === 'expression' ? (namesRead(value) ?? []) : [];
  });
  return [...named, ...textsIn(resolved).flatMap(({ text, template }) => (template ? Object.values(text).flatMap(templateNames) : []))];
}

function namesSetBy({ type, data }: ResolvedNode): string[] {
  return dataFields(type.data, data).flatMap(({ field, meta, value }) => (field === 'variable' && meta.assigned === true && typeof value === 'string' ? [value] : []));
}
