import type { TestResult } from '@/flows/simulator/test-runner';
import type { FlowTestView } from '@/lib/api/view-models';

/** How many tests pass and fail; those not run yet are neither. */
export function countResults(tests: readonly FlowTestView[], results: ReadonlyMap<string, TestResult>): { passed: number; failed: number } {
  const outcomes = tests.flatMap(({ id }) => results.get(id)?.outcome ?? []);
  const passed = outcomes.filter((outcome) => outcome === 'passed').length;
  return { passed, failed: outcomes.length - passed };
}
