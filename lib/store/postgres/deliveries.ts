import pg from 'pg';
import type { Instruments } from '@/lib/metrics/instruments';
import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { collect, nothing, repeated, type Done, type Turned } from '../delivered';
import { UnknownConversationError, type Delivered, type TurnProgram } from '../turn-store';
import { isConflict, isUnstorable } from './database-errors';
import { inTransaction } from './in-transaction';
import { createOneAfterAnother } from './one-after-another';
import { rowOf, type Queryable } from './queryable';
import { completeInput, loadTurn, type Standing } from './turn-loader';
import { turnStatement, type Acceptance } from './turn-statement';

export interface Deliveries {
  deliver(key: ConversationKey, event: RuntimeEvent, program: TurnProgram): Promise<Delivered>;
  drain(key: ConversationKey, program: TurnProgram): Promise<Done>;
}

/** After so many conflicts a turn takes the row's lock and keeps it. */
const PATIENCE = 3;
/** With the lock there is nobody left to lose against: what still conflicts is no race. */
const CONFLICTS = 20;

const NEXT = {
  name: 'next-accepted',
  text: `SELECT "seq", "payload" FROM "InboundEvent" WHERE "workspaceId" = $1 AND "conversationId" = $2 AND "seq" > $3 AND "processedAt" IS NULL ORDER BY "seq" LIMIT 1`,
};
const LOCK = { name: 'lock-conversation', text: 'SELECT 1 FROM "Conversation" WHERE "workspaceId" = $1 AND "id" = $2 FOR NO KEY UPDATE' };
const LOCK_AGENT = { name: 'lock-agent', text: 'SELECT 1 FROM "AgentProfile" WHERE "workspaceId" = $1 AND "userId" = $2 FOR NO KEY UPDATE' };

/** One call under way. */
interface Run {
  program: TurnProgram;
  done: Done;
  /** Milliseconds spent on writing. */
  written: number;
}

/**
 * Accepting and draining. A turn is read, run, and written by one statement that only writes what the conversation's
 * version still allows: no lock and no transaction is open while anything travels. Turns of one conversation wait for
 * each other within this process; another process shows as a conflict, and the turn, being pure, is run again.
 */
export function createDeliveries(pool: pg.Pool, instruments: Instruments): Deliveries {
  const conversations = createOneAfterAnother();
  const nameOf = ({ workspaceId, conversationId }: ConversationKey): string => `${workspaceId}\n${conversationId}`;

  /** In its conversation's turn, telling how long it waited, worked and wrote. */
  function observed<T>(key: ConversationKey, program: TurnProgram, work: (run: Run) => Promise<T>): Promise<T> {
    const asked = performance.now();
    instruments.waiting(pool.waitingCount);
    return conversations.run(nameOf(key), async () => {
      const began = performance.now();
      const run: Run = { program, done: nothing(), written: 0 };
      try {
        return await work(run);
      } finally {
        instruments.unit('turn', began - asked, performance.now() - began - run.written, run.written);
      }
    });
  }

  return {
    deliver: (key, event, program) =>
      observed(key, program, async (run) => {
        const receipt = await persist(pool, key, event, (database) => accept(database, key, event, run));
        return { ...run.done, receipt };
      }),
    drain: (key, program) =>
      observed(key, program, async (run) => {
        for (;;) {
          const next = await nextAccepted(pool, key, 0);
          if (!next) return run.done;
          await persist(pool, key, next.event, (database) => process(database, key, next, run));
        }
      }),
  };
}

/** Tries until `once` has an answer: at first without a lock, then with one, and at once with one where two conversations compete. */
async function persist<T>(pool: pg.Pool, key: ConversationKey, event: RuntimeEvent, once: (database: Queryable) => Promise<T | undefined>): Promise<T> {
  // How much an agent holds is counted over other conversations: whoever accepts for her waits for her row.
  const agentId = event.type === 'agent.accepted' ? event.agentId : undefined;
  for (let conflicts = agentId === undefined ? 0 : PATIENCE; ; conflicts += 1) {
    try {
      const answer = conflicts < PATIENCE ? await once(pool) : await inTransaction(pool, async (client) => {
        await rowOf(client, LOCK, [key.workspaceId, key.conversationId]);
        if (agentId !== undefined) await rowOf(client, LOCK_AGENT, [key.workspaceId, agentId]);
        return once(client);
      });
      if (answer !== undefined) return answer;
    } catch (error) {
      if (!isConflict(error) || conflicts >= CONFLICTS) throw error;
    }
  }
}

/** Undefined: something else came first; look again. */
async function accept(database: Queryable, key: ConversationKey, event: RuntimeEvent, run: Run): Promise<Delivered['receipt'] | undefined> {
  const standing = await load(database, key, event);
  const { known } = standing;
  if (known && known[2] !== null) return repeated(...known);
  const { inboundSeq, drainedSeq } = standing.loaded.conversation;
  if (drainedSeq < inboundSeq) {
    const next = await nextAccepted(database, key, drainedSeq);
    if (next) {
      await process(database, key, next, run);
      return undefined;
    }
  }
  const [seq, now] = [inboundSeq + 1, run.program.now()];
  const turned = await turn(database, standing, event, seq, now, run, 'accept');
  if (!turned) return undefined;
  collect(run.done, key, turned);
  return { duplicate: false, seq, at: now, outcome: turned.writes.outcome };
}

interface Accepted {
  seq: number;
  event: RuntimeEvent;
}

async function process(database: Queryable, key: ConversationKey, { seq, event }: Accepted, run: Run): Promise<true | undefined> {
  const standing = await load(database, key, event);
  // Another process has drained it.
  if (standing.known?.[2] != null) return true;
  const turned = await turn(database, standing, event, seq, run.program.now(), run, 'process');
  if (!turned) return undefined;
  collect(run.done, key, turned);
  return true;
}

async function load(database: Queryable, key: ConversationKey, event: RuntimeEvent): Promise<Standing> {
  const standing = await loadTurn(database, key, event);
  if (!standing) throw new UnknownConversationError(`no conversation ${key.conversationId}`);
  return standing;
}

async function nextAccepted(database: Queryable, key: ConversationKey, after: number): Promise<Accepted | undefined> {
  const row = await rowOf(database, NEXT, [key.workspaceId, key.conversationId, after]);
  return row && { seq: row[0] as number, event: JSON.parse(row[1] as string) as RuntimeEvent };
}

/** One event: turn, write. Where that fails, the failure's own writes take its place. Undefined after a conflict. */
async function turn(database: Queryable, standing: Standing, event: RuntimeEvent, seq: number, now: number, run: Run, acceptance: Acceptance): Promise<Turned | undefined> {
  const { program } = run;
  // In a transaction a statement that fails must leave the rest usable.
  const locked = !(database instanceof pg.Pool);
  if (locked) await database.query('SAVEPOINT turn');
  const input = await completeInput(database, standing, event, seq, now, program);
  const write = async ({ statement, values }: ReturnType<typeof turnStatement>): Promise<boolean> => {
    const from = performance.now();
    const row = await rowOf(database, statement, values);
    run.written += performance.now() - from;
    return row?.[0] === 1;
  };
  const tried = attempt(() => {
    const writes = program.turn(input);
    return { writes, statement: turnStatement(input, standing.version, writes, acceptance) };
  });
  let { failure } = tried;
  if (tried.value) {
    try {
      return (await write(tried.value.statement)) ? { writes: tried.value.writes, failure: undefined } : undefined;
    } catch (error) {
      // Only what was written is the turn's own fault: a lost connection, a full disk, a conflict are not.
      if (!isUnstorable(error)) throw error;
      failure = error;
      if (locked) await database.query('ROLLBACK TO turn');
    }
  }
  const writes = program.failed(input, failure);
  return (await write(turnStatement(input, standing.version, writes, acceptance))) ? { writes, failure } : undefined;
}

function attempt<T>(work: () => T): { value: T; failure: undefined } | { value: undefined; failure: unknown } {
  try {
    return { value: work(), failure: undefined };
  } catch (failure) {
    return { value: undefined, failure };
  }
}
