import { namesRead } from '@/flows/expressions/condition';
import { templateNames } from '@/flows/expressions/template';
import { templatesOf } from './checks/check-texts';
import type { MachineJson } from './machine-json';
import type { ResolvedFlow } from './resolved-flow';

/** What a flow reads of the world: `contact`, `knowledge` when it searches the articles, and each calendar as `calendars.<key>`. */
export function factsRead(flow: ResolvedFlow, machine: MachineJson): string[] {
  const calendars = new Set<string>();
  const sources: string[] = [];
  let searches = false;
  visit(machine.states, ({ type, params }) => {
    if (type === 'open-at' && typeof params.calendar === 'string') calendars.add(params.calendar);
    if (type === 'search-knowledge') searches = true;
    if ((type === 'expression' || type === 'assign-expression') && typeof params.source === 'string') sources.push(params.source);
  });
  const contact =
    [...flow.variables.values()].some(({ scope }) => scope === 'contact') ||
    sources.some((source) => namesRead(source)?.includes('contact')) ||
    templatesOf(flow).some((source) => templateNames(source).includes('contact'));
  return [...(contact ? ['contact'] : []), ...(searches ? ['knowledge'] : []), ...[...calendars].sort().map((key) => `calendars.${key}`)];
}

/** Every guard and action, at any depth. */
function visit(value: unknown, look: (item: { type: string; params: Record<string, unknown> }) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const { type, params } = value as { type?: unknown; params?: unknown };
  if (typeof type === 'string' && typeof params === 'object' && params !== null) look({ type, params: params as Record<string, unknown> });
  for (const child of Object.values(value)) visit(child, look);
}
