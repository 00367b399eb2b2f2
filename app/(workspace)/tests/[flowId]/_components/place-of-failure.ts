import { turnsOf } from '@/flows/simulator/compare/turns';
import type { TestResult } from '@/flows/simulator/test-runner';

/** The step at which a failed test's conversation first differs, as it goes now; null for one that passes or was not run. */
export function placeOfFailure(result: TestResult | undefined): string | null {
  if (result?.outcome !== 'failed') return null;
  const { difference: { turn, facets: [facet] }, actual } = result;
  const turns = turnsOf(actual);
  const entered = turns.slice(0, turn).flatMap(({ trace }) => trace.flatMap((item) => ('node' in item && item.node !== undefined ? [item.node] : [])));
  // Where the way parts is where the conversation stood; all else shows where it arrived.
  return (facet.kind === 'path' ? facet.step : null) ?? entered.at(-1) ?? null;
}
