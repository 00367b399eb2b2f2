import type { Verdict } from './check/check';

/** For people: what was looked at and what was found, the first of each kind. */
export function reportOf(title: string, { summary, problems, kills }: Verdict & { kills: number }): string {
  const counts = Object.entries({ kills, ...summary }).filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`);
  const rules = [...new Set(problems.map(({ rule }) => rule))].map((rule) => {
    const of = problems.filter((problem) => problem.rule === rule);
    return `  ${of.length} × ${rule}; first, ${of[0]?.where}: ${of[0]?.what}`;
  });
  return [`${title}: ${counts.join(', ')}`, problems.length === 0 ? '  no promise broken' : rules.join('\n')].join('\n');
}
