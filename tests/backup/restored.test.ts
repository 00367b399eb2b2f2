import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DATABASE_FILE } from '@/lib/env';
import { buildChild } from '../crash/build-child';
import { check } from '../crash/check/check';
import type { Evidence, ProviderCall, SentEvent } from '../crash/check/evidence';
import { startChild } from '../crash/child-process';
import { CHANNEL } from '../crash/child-senders';
import { startProvider } from '../crash/harness/provider';
import { seededRandom } from '../crash/harness/random';
import { atRest, runCrash } from '../crash/harness/run-crash';
import { sqliteDatabase } from '../crash/harness/sqlite-database';
import { reportOf } from '../crash/report';
import { relais } from './relais';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const KILLS = Math.min(20, Number(process.env.RELAIS_KILLS ?? 3));
const folder = mkdtempSync(join(tmpdir(), 'relais-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What was answered before the command began is in its copy; what was first sent when it had ended is not. Between them lies its moment. */
interface Moment {
  answeredBefore: ReadonlySet<SentEvent>;
  sentBefore: readonly SentEvent[];
}

test(`a backup taken while the program is used and killed, restored and started, keeps every promise up to its moment (seed ${SEED}; RELAIS_SEED repeats it)`, async () => {
  const program = await buildChild('tests/crash/runtime-child.ts');
  const database = sqliteDatabase();
  const copy = join(folder, 'copy.db');
  let moment: Moment | undefined;
  try {
    const meanwhile = async ({ sent }: Required<Evidence>): Promise<void> => {
      const answered = (): SentEvent[] => sent.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
      while (answered().length < 250) await new Promise((resolve) => setTimeout(resolve, 20));
      const answeredBefore = new Set(answered());
      const taken = await relais(dirname(database.address), ['backup', copy]);
      expect(taken, taken.output).toMatchObject({ status: 0 });
      moment = { answeredBefore, sentBefore: [...sent] };
    };
    const { problems, evidence, kills } = await runCrash({ seed: SEED, kills: KILLS, conversations: 60, turns: 5, pace: 600, database, program, processes: 1, meanwhile });
    expect(problems.slice(0, 5)).toEqual([]);
    const { answeredBefore = new Set<SentEvent>(), sentBefore = [] } = moment ?? {};
    expect(answeredBefore.size).toBeGreaterThanOrEqual(250);
    expect(evidence.sent.length, 'it was taken under load').toBeGreaterThan(sentBefore.length);

    const data = join(folder, 'restored');
    const restored = await relais(data, ['restore', copy]);
    expect(restored, restored.output).toMatchObject({ status: 0 });
    // Of the events between, some are in it: at most once, like those of a sender who never heard.
    const sent = sentBefore.map((event) => (answeredBefore.has(event) ? event : { ...event, acknowledgedAt: null, receipts: [] }));
    const verdict = await lifeAfter(program, join(data, DATABASE_FILE), { sent, calls: evidence.calls });
    console.log(reportOf(`a backup restored, seed ${SEED}, ${answeredBefore.size} events answered before it, ${evidence.sent.length - sentBefore.length} sent after it`, { ...verdict, kills }));
    expect(verdict.problems.slice(0, 5)).toEqual([]);
    expect(verdict.summary['acknowledged']).toBe(answeredBefore.size);
  } finally {
    await database.remove();
  }
}, 900_000);

/**
 * Starts the restored database and lets it come to its end; then what the checker says. What the provider was asked for
 * after the moment, for effects decided after it, belongs to a history that is gone; what it was asked for effects that
 * are in the copy it knows already, and takes as repeats. The flow's requests go to where the old provider stood: they fail,
 * and are told so.
 */
async function lifeAfter(program: string, file: string, { sent, calls }: { sent: readonly SentEvent[]; calls: readonly ProviderCall[] }) {
  const database = sqliteDatabase({ file, remove: () => undefined });
  const decided = new Set((await database.query('SELECT "id" FROM "Outbox"')).map(({ id }) => String(id)));
  const before = calls.filter(({ key }) => decided.has(key));
  const provider = await startProvider(seededRandom(SEED), undefined, before.flatMap(({ key, outcome }) => (outcome === 'accepted' ? [key] : [])));
  const child = await startChild(process.execPath, [program, file, 'nothing', provider.url]);
  try {
    expect(await atRest(database)).toBe(true);
    return await check(database.query, [CHANNEL], { sent, calls: [...before, ...provider.calls] });
  } finally {
    await child.kill();
    await provider.close();
    await database.remove();
  }
}
