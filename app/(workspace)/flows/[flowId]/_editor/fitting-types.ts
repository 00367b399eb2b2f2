import type { AnyNodeType } from '@/flows/nodes/define-node';
import { nodeTexts } from '@/flows/nodes/texts';
import { folded } from './folded';

/** The types whose name or summary holds the words; those whose name begins with them first. */
export function fittingTypes(types: readonly AnyNodeType[], query: string, locale: string): AnyNodeType[] {
  const wanted = folded(query);
  return types
    .map((type) => ({ type, rank: rankOf(type.type) }))
    .filter(({ rank }) => rank < WORST)
    .sort((a, b) => a.rank - b.rank)
    .map(({ type }) => type);

  function rankOf(type: string): number {
    const { name, summary } = nodeTexts(type, locale);
    const known = folded(name);
    if (known.startsWith(wanted)) return 0;
    if (known.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1;
    if (known.includes(wanted)) return 2;
    return folded(summary).includes(wanted) ? 3 : WORST;
  }
}

const WORST = 4;
