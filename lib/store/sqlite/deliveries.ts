import type { ConversationKey, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { collect, nothing, quarantine, repeated, type Done, type Turned } from '../delivered';
import { KnowledgeNeededError } from '../knowledge-needed';
import { UnknownConversationError, type Delivered, type TurnProgram } from '../turn-store';
import type { TurnInput, TurnWrites } from '../turn-records';
import type { Loaded } from '../turn-row';
import type { SqliteDatabase } from './open-database';
import { prepareStatement } from './statement';
import { createTurnLoader } from './turn-loader';
import { createTurnWriter } from './turn-writer';

/** Accepting and draining: synchronous, to be called inside a unit of the write lane. */
export interface Deliveries {
  deliver(key: ConversationKey, event: RuntimeEvent, program: TurnProgram): Delivered;
  drain(key: ConversationKey, program: TurnProgram): Done;
}

export function createDeliveries(db: SqliteDatabase): Deliveries {
  const loader = createTurnLoader(db);
  const writer = createTurnWriter(db);
  const known = prepareStatement(
    db,
    'SELECT "seq", "receivedAt", "outcome" FROM "InboundEvent" WHERE "workspaceId" = ? AND "conversationId" = ? AND "key" = ?',
  );
  const backlog = prepareStatement(
    db,
    'SELECT "seq", "payload" FROM "InboundEvent" WHERE "workspaceId" = ? AND "conversationId" = ? AND "seq" > ? AND "processedAt" IS NULL ORDER BY "seq"',
  );
  const accept = prepareStatement(
    db,
    `INSERT INTO "InboundEvent" ("workspaceId", "conversationId", "seq", "key", "type", "payload", "receivedAt", "processedAt", "outcome", "quarantinedAt", "error")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const process = prepareStatement(
    db,
    'UPDATE "InboundEvent" SET "processedAt" = ?, "outcome" = ?, "quarantinedAt" = ?, "error" = ? WHERE "workspaceId" = ? AND "conversationId" = ? AND "seq" = ?',
  );

  function load(key: ConversationKey, event: RuntimeEvent): Loaded {
    const loaded = loader.load(key, event);
    if (!loaded) throw new UnknownConversationError(`no conversation ${key.conversationId}`);
    return loaded;
  }

  /** One event: load, turn, write. What was tried and failed is rolled back, and the failure's own writes take its place. */
  function turn(loaded: Loaded, event: RuntimeEvent, seq: number, now: number, program: TurnProgram, record: (writes: TurnWrites) => void): Turned {
    loader.shelve(loaded, program.flows);
    const need = loader.knowledge(loaded, program.flows);
    // Before anything of the turn: the whole unit is rolled back, and nothing was accepted.
    if (need && !program.knowledge.has(need)) throw new KnowledgeNeededError({ ...need, articles: need.articles() });
    const input: TurnInput = {
      ...loaded, calendars: loader.calendars(loaded, program.flows), knowledge: need && { version: need.version }, event, seq, now,
    };
    db.exec('SAVEPOINT turn');
    try {
      const writes = program.turn(input);
      record(writes);
      writer.write(input, writes);
      db.exec('RELEASE turn');
      return { writes, failure: undefined };
    } catch (failure) {
      // A full disk has ended the transaction already: nothing can be put in place, the sender tries again.
      if (!db.inTransaction) throw failure;
      db.exec('ROLLBACK TO turn; RELEASE turn');
      const writes = program.failed(input, failure);
      record(writes);
      writer.write(input, writes);
      return { writes, failure };
    }
  }

  function drainBacklog(key: ConversationKey, drainedSeq: number, program: TurnProgram, done: Done): void {
    for (const row of backlog.all(key.workspaceId, key.conversationId, drainedSeq)) {
      const seq = row[0] as number;
      const event = JSON.parse(row[1] as string) as RuntimeEvent;
      const now = program.now();
      const turned = turn(load(key, event), event, seq, now, program, (writes) => {
        process.run(now, JSON.stringify(writes.outcome), ...quarantine(writes, now), key.workspaceId, key.conversationId, seq);
      });
      collect(done, key, turned);
    }
  }

  return {
    deliver(key, event, program) {
      const first = known.get(key.workspaceId, key.conversationId, event.key);
      const done = nothing();
      if (first && first[2] !== null) return { ...done, receipt: repeated(first[0], first[1], first[2]) };
      let loaded = load(key, event);
      const { inboundSeq, drainedSeq } = loaded.conversation;
      if (drainedSeq < inboundSeq) {
        drainBacklog(key, drainedSeq, program, done);
        loaded = load(key, event);
      }
      if (first) {
        // It was accepted and not processed; now it is.
        const answered = known.get(key.workspaceId, key.conversationId, event.key);
        return { ...done, receipt: repeated(first[0], first[1], answered?.[2] ?? null) };
      }
      const seq = inboundSeq + 1;
      const now = program.now();
      const turned = turn(loaded, event, seq, now, program, (writes) => {
        accept.run(
          key.workspaceId, key.conversationId, seq, event.key, event.type, JSON.stringify(event), now, now,
          JSON.stringify(writes.outcome), ...quarantine(writes, now),
        );
      });
      collect(done, key, turned);
      return { ...done, receipt: { duplicate: false, seq, at: now, outcome: turned.writes.outcome } };
    },
    drain(key, program) {
      const done = nothing();
      drainBacklog(key, 0, program, done);
      return done;
    },
  };
}
