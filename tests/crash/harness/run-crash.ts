import { check, type Verdict } from '../check/check';
import type { Evidence } from '../check/evidence';
import type { Problem } from '../check/problems';
import type { Broken } from '../broken';
import { spawnChild } from '../child-process';
import { CHANNEL } from '../child-senders';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import type { CrashDatabase } from './crash-database';
import { crashFlow } from './crash-flow';
import { liveOn } from './customer';
import { startFleet, type Fleet } from './fleet';
import { startProvider } from './provider';
import { seededRandom, type Random } from './random';
import { createSenders, UnansweredError } from './senders';

export interface CrashRun {
  seed: number;
  /** Strikes; some of them kill twice. */
  kills: number;
  conversations: number;
  /** Customers' turns of each conversation, at least. */
  turns: number;
  database: CrashDatabase;
  /** The bundled child. */
  program: string;
  /** Runtimes over the one database. */
  processes: number;
  /** Milliseconds after which a sender gives up, and what does not come to its end is left. */
  patience?: number;
  /** What is killed: those, one of several for good at the end; or the database under them. */
  struck?: 'processes' | 'database';
  /** Mean milliseconds between two messages of one customer. */
  pace: number;
  /** Done once in the middle of it, with what senders and provider have seen so far, and go on to see; the kills go on meanwhile. */
  meanwhile?(seen: Required<Evidence>): Promise<void>;
  /** A mistake to be found. */
  broken?: Broken;
}

export const WORKSPACE = 'one';
export const AGENT = 'lea';
/** Receipts between two strikes, at most; then up to so many milliseconds, to fall anywhere in a turn. */
const SPAN = 80;
const JITTER_MS = 25;
/** A fleet that gives no receipts for so long is struck anyway. */
const LONGEST_GAP_MS = 2500;
const PATIENCE_MS = 90_000;
/** After the customers' last words; the flow's longest patience is three seconds. */
const LAST = { leastMs: 800, mostMs: 2800 };

export interface CrashReport extends Verdict {
  kills: number;
  evidence: Required<Evidence>;
  /** Whether everything came to its end by itself. */
  rested: boolean;
}

/** Conversations, a provider and its whims, and a hand that pulls plugs; then what the checker says. */
export async function runCrash(run: CrashRun): Promise<CrashReport> {
  const { database, conversations, program, processes, struck = 'processes', broken = 'nothing', patience = PATIENCE_MS } = run;
  const random = seededRandom(run.seed);
  const provider = await startProvider(random.fork('provider'));
  const ids = await furnish(database, conversations, new URL(provider.url).port);
  const fleet = await startFleet(processes, () => spawnChild(process.execPath, [program, database.address, broken, provider.url, struck === 'database' ? 'fatal' : 'error']), random.fork('fleet'));
  try {
    const senders = createSenders(fleet, random.fork('senders'), patience);
    const unanswered: Problem[] = [];
    let striking = true;
    const hand = struck === 'database' ? handOn(database) : fleet;
    const evidence = { sent: senders.sent, calls: provider.calls };
    const strikes = Promise.all([strike(hand, fleet, run.kills, random.fork('strikes')), run.meanwhile?.(evidence)]).finally(() => (striking = false));
    await Promise.all([
      strikes,
      ...ids.map((conversationId) =>
        liveOn({
          key: { workspaceId: WORKSPACE, conversationId }, agentId: AGENT, senders, random: random.fork(conversationId), turns: run.turns, pace: run.pace, goesOn: () => striking,
        }).catch((error: unknown) => {
          if (!(error instanceof UnansweredError)) throw error;
          unanswered.push({ rule: 'answered', where: `${error.event.conversationId} ${error.event.key}`, what: `sent ${error.event.attempts} times and never answered` });
        }),
      ),
    ]);
    // One more while only timers are left to go on by themselves; then, of several, the others do without one.
    if (run.kills > 0) {
      await new Promise((resolve) => setTimeout(resolve, random.between(LAST.leastMs, LAST.mostMs)));
      await hand.strike();
    }
    if (struck === 'processes' && processes > 1 && run.kills > 0) await fleet.lose();
    const rested = await atRest(database, patience);
    await fleet.stop();
    const verdict = await check(database.query, [CHANNEL], evidence);
    verdict.problems.push(...unanswered);
    for (const found of await database.whole()) verdict.problems.push({ rule: 'references', where: database.name, what: found });
    return { ...verdict, kills: hand.kills(), evidence, rested };
  } finally {
    await fleet.stop();
    await provider.close();
  }
}

/** A workspace with the crash flow, and so many customers who have written nothing yet. */
export async function furnish(database: CrashDatabase, count: number, port: string): Promise<string[]> {
  const store = database.openStore();
  try {
    const { connectionId } = await seedWorkspace(store.admin, WORKSPACE, { document: crashFlow(port), channel: CHANNEL, agents: [{ id: AGENT, capacity: 1_000_000 }] });
    return await Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const ids = { profileId: `p${at}`, identityId: `i${at}`, conversationId: `c${at}` };
        await store.turns.openConversation({ workspaceId: WORKSPACE, connectionId, externalId: `v${at}`, language: 'en' }, ids, Date.now());
        return ids.conversationId;
      }),
    );
  } finally {
    await store.close();
  }
}

type Hand = Pick<Fleet, 'strike' | 'kills'>;

function handOn({ name, crash }: CrashDatabase): Hand {
  if (!crash) throw new Error(`${name} has no process of its own`);
  let kills = 0;
  return {
    async strike() {
      kills += 1;
      await crash();
    },
    kills: () => kills,
  };
}

async function strike(hand: Hand, fleet: Fleet, kills: number, random: Random): Promise<void> {
  while (hand.kills() < kills) {
    const until = fleet.receipts() + random.between(1, SPAN);
    const latest = Date.now() + LONGEST_GAP_MS;
    while (fleet.receipts() < until && Date.now() < latest) await new Promise((resolve) => setTimeout(resolve, 2));
    await new Promise((resolve) => setTimeout(resolve, random.draw() * JITTER_MS));
    await hand.strike();
  }
}

/** Whether everything came to its end by itself; what did not is in the verdict. */
export async function atRest({ query }: Pick<CrashDatabase, 'query'>, patience = PATIENCE_MS): Promise<boolean> {
  const waiting = `SELECT (SELECT count(*) FROM "Outbox" WHERE "state" IN ('pending', 'sending')) + (SELECT count(*) FROM "Timer")
    + (SELECT count(*) FROM "Conversation" WHERE "drainedSeq" < "inboundSeq") AS "left"`;
  for (const deadline = Date.now() + patience; Date.now() < deadline; ) {
    if (Number((await query(waiting))[0]?.['left']) === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}
