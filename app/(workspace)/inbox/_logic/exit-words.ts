import { pickText, type Locale } from '@/flows/document/localized-text';
import { nodeTexts } from '@/flows/nodes/texts';
import type { PathStep } from './view-models';

/** How a step was left: by the customer's own choice, by a way out the step type names, straight on, or not at all. */
export type ExitWords = { kind: 'chose' | 'exit'; label: string } | { kind: 'straight' } | { kind: 'here' };

/** Ways out that say nothing: the one that every plain step has. */
const STRAIGHT = new Set(['next']);

/** The exit of a step in words, in the reader's language. */
export function exitWords(step: PathStep, locale: Locale): ExitWords {
  const { port, portLabel } = step;
  if (port === undefined) return { kind: 'here' };
  if (STRAIGHT.has(port)) return { kind: 'straight' };
  if (portLabel === undefined) return { kind: 'exit', label: port };
  const key = namedKey(portLabel);
  if (key === null) return { kind: 'chose', label: pickText(portLabel as Record<string, string>, locale, []) };
  return { kind: 'exit', label: nodeTexts(step.type, locale).ports[key] ?? key };
}

function namedKey(label: NonNullable<PathStep['portLabel']>): string | null {
  const keys = Object.keys(label);
  const key: unknown = (label as { key?: unknown }).key;
  return keys.length === 1 && typeof key === 'string' ? key : null;
}
