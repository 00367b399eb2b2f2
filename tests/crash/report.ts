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

/** What each kind of broken promise means to whoever sent or got something; what is none of these is `other`. */
const MEANING: Readonly<Record<string, 'lost' | 'doubled' | 'out of order'>> = {
  'nothing lost': 'lost', processed: 'lost', answered: 'lost', 'nothing pending': 'lost', 'no gaps': 'lost', references: 'lost', 'no doubles': 'doubled', 'the first answer again': 'doubled', order: 'out of order',
};

/** All worlds of one run under each other. */
export function tableOf(title: string, runs: readonly (readonly [name: string, run: Verdict & { kills: number }])[]): string {
  const head = ['world', 'kills', 'conversations', 'turns', 'effects', 'lost', 'doubled', 'out of order', 'other'];
  const rows = runs.map(([name, { kills, summary, problems }]) => {
    const of = (meaning: string): number => problems.filter(({ rule }) => (MEANING[rule] ?? 'other') === meaning).length;
    return [name, kills, summary['conversations'] ?? 0, summary['turns'] ?? 0, summary['effects'] ?? 0, ...head.slice(5).map(of)].map(String);
  });
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [title, ...[head, ...rows].map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '))].join('\n');
}
