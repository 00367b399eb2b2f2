import type { ReasonView } from './view-models';

/** Other agents that are worth naming; whoever was offline or works another queue explains nothing. */
const TELLING = new Set(['full', 'away', 'lacks-skill', 'declined', 'less-skilled', 'busier', 'later-in-order']);
const MOST_OTHERS = 2;

/** What a routing reason says, ready for its sentence. */
export interface ReasonFacts {
  code: string;
  skills: { key: string; level: number }[];
  free: number;
  capacity: number;
  others: { name: string; code: string }[];
}

/** Reads a routing's reason, which travels as loose JSON; null when it lacks what its sentence needs. */
export function reasonFacts({ code, params, others }: ReasonView): ReasonFacts | null {
  const { free, capacity, skills } = params;
  if (typeof free !== 'number' || typeof capacity !== 'number') return null;
  return {
    code,
    free,
    capacity,
    skills: Array.isArray(skills) ? skills.filter(isSkill) : [],
    others: others.flatMap(({ name, code: why }) => (name && TELLING.has(why) ? [{ name, code: why }] : [])).slice(0, MOST_OTHERS),
  };
}

function isSkill(value: unknown): value is { key: string; level: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { key, level } = value as { key?: unknown; level?: unknown };
  return typeof key === 'string' && typeof level === 'number';
}
