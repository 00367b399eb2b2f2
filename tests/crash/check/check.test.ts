import Database from 'libsql';
import { copyFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChild } from '../build-child';
import { CHANNEL } from '../child-senders';
import { runCrash } from '../harness/run-crash';
import { sqliteDatabase } from '../harness/sqlite-database';
import { check } from './check';
import type { Evidence } from './evidence';

/** One thing changed in a sound database, and the promise that the checker must then say is broken. */
const DAMAGES: [rule: string, what: string, sql: string][] = [
  ['no gaps', 'a message is gone', `DELETE FROM "Message" WHERE "author" = 'bot' AND "seq" = 2`],
  ['no gaps', 'the last step of a session is gone', `DELETE FROM "StepLog" WHERE "sessionId" = 'c0.s1' AND "seq" = (SELECT max("seq") FROM "StepLog" WHERE "sessionId" = 'c0.s1')`],
  ['no gaps', 'an entry of the log is gone', `DELETE FROM "ConversationEvent" WHERE "seq" = 1`],
  ['nothing lost', 'an acknowledged event is gone', `DELETE FROM "InboundEvent" WHERE "conversationId" = 'c1' AND "type" = 'customer.message'`],
  ['nothing lost', 'a message of the customer has another text', `UPDATE "Message" SET "content" = '{"parts":[{"kind":"text","text":"else"}]}' WHERE "author" = 'customer'`],
  ['nothing lost', 'a message of the assistant has another text', `UPDATE "Message" SET "content" = replace("content", 'Welcome.', 'Go away.')`],
  ['nothing lost', 'a message never leaves', `DELETE FROM "Outbox" WHERE "conversationId" = 'c0' AND "seq" = 1`],
  ['nothing lost', 'an effect is done that the provider never took', `UPDATE "Outbox" SET "id" = "id" || 'x' WHERE "state" = 'done' AND "seq" = 1`],
  ['processed', 'an event was accepted and not processed', `UPDATE "InboundEvent" SET "processedAt" = NULL, "outcome" = NULL WHERE "seq" = 2`],
  ['processed', 'a turn was quarantined', `UPDATE "InboundEvent" SET "quarantinedAt" = 1, "error" = '{}' WHERE "seq" = 2`],
  ['processed', 'a step belongs to another turn', `UPDATE "StepLog" SET "at" = "at" + 1 WHERE "seq" = 2`],
  ['order', 'two events of one conversation changed places', [[1, -1], [2, 1], [-1, 2]].map(([from, to]) => `UPDATE "InboundEvent" SET "seq" = ${to} WHERE "seq" = ${from};`).join('')],
  ['the first answer again', 'an event stands elsewhere than its receipt says', `UPDATE "InboundEvent" SET "receivedAt" = "receivedAt" + 1, "processedAt" = "processedAt" + 1`],
  [
    'no doubles',
    'the assistant said something twice',
    `INSERT INTO "Message" SELECT "workspaceId", "conversationId", (SELECT "messageSeq" + 1 FROM "Conversation" c WHERE c."id" = m."conversationId"), "id" || 'x', "caseNumber", "author", "authorId", "content", "epoch", "sentAt", NULL, NULL FROM "Message" m WHERE "author" = 'bot' AND "seq" = 2;
     UPDATE "Conversation" SET "messageSeq" = "messageSeq" + 1`,
  ],
  ['no doubles', 'a message came from nobody', `UPDATE "Message" SET "id" = "id" || 'x' WHERE "author" = 'customer' AND "seq" = 1`],
  ['nothing pending', 'an effect still waits', `UPDATE "Outbox" SET "state" = 'pending', "doneAt" = NULL WHERE "seq" = 1`],
  ['one voice', 'an effect was dropped although nobody took over', `UPDATE "Outbox" SET "state" = 'dropped' WHERE "conversationId" = (SELECT "id" FROM "Conversation" WHERE "epoch" = 0 LIMIT 1)`],
  ['one voice', 'the assistant spoke after an agent had accepted', `UPDATE "Outbox" SET "epoch" = 0, "markedAt" = (SELECT max("at") + 1 FROM "ConversationEvent") WHERE "payload" LIKE '%"author":"bot"%'`],
  ['one voice', 'an agent’s message is the assistant’s', `UPDATE "Message" SET "author" = 'bot' WHERE "author" = 'agent'`],
  ['timers fire once', 'a timer waits for a state that was left', `INSERT INTO "Timer" ("workspaceId", "sessionId", "timerId", "conversationId", "generation", "fireAt") SELECT "workspaceId", "id", 'menu/answer:3000', "conversationId", 9, 0 FROM "FlowSession" WHERE "id" = 'c0.s1'`],
  ['timers fire once', 'a timer fired early', `UPDATE "StepLog" SET "effects" = replace("effects", '"fireAt":1', '"fireAt":2')`],
  ['timers fire once', 'a timer fired twice', `UPDATE "StepLog" SET "event" = replace("event", '"generation":1', '"generation":7') WHERE "event" LIKE '%timer.fired%'`],
  ['late timers are marked', 'a punctual timer is said to be late', `UPDATE "ConversationEvent" SET "type" = 'timer-late', "params" = '{"late":5000}' WHERE "type" = 'flow-started'`],
  ['replayable', 'a step was changed', `UPDATE "StepLog" SET "trace" = '[]' WHERE "seq" = 1`],
  ['replayable', 'a state was changed', `UPDATE "FlowSession" SET "state" = replace("state", '"value":"', '"value":"x')`],
  ['references', 'a customer is gone', `DELETE FROM "Identity"`],
];

type Changed = (evidence: Required<Evidence>) => Evidence;
const LIES: [rule: string, what: string, change: Changed][] = [
  ['order', 'the provider got the messages the other way round', ({ sent, calls }) => ({ sent, calls: calls.toReversed() })],
  ['no doubles', 'the provider got another content under a known key', ({ sent, calls }) => ({ sent, calls: calls.map((call, at) => (at === calls.findIndex(({ kind }) => kind === 'message.send') ? { ...call, content: '{}' } : call)) })],
  ['no doubles', 'the customer got a message under two keys', ({ sent, calls }) => ({ sent, calls: calls.flatMap((call) => [call, { ...call, key: `${call.key}.2` }]) })],
  ['nothing lost', 'the provider never got a message', ({ sent, calls }) => ({ sent, calls: calls.slice(1) })],
  ['no doubles', 'an event was accepted that nobody sent', ({ sent, calls }) => ({ calls, sent: sent.slice(1) })],
  ['no doubles', 'two receipts are both the first', ({ sent, calls }) => ({ calls, sent: sent.map((event) => ({ ...event, receipts: [...event.receipts, ...event.receipts] })) })],
  ['nothing lost', 'a whole conversation is gone', ({ sent, calls }) => ({ calls, sent: sent.map((event) => ({ ...event, conversationId: `${event.conversationId}x` })) })],
];

describe('the checker', () => {
  const database = sqliteDatabase();
  let evidence: Required<Evidence>;

  beforeAll(async () => {
    const program = await buildChild('tests/crash/runtime-child.ts');
    const run = await runCrash({ seed: 7, kills: 0, conversations: 16, turns: 5, pace: 300, database, program, processes: 1 });
    expect(run.problems).toEqual([]);
    // What the damages below are done to must be there.
    for (const seen of ['acceptances', 'done', 'timers fired']) expect(run.summary[seen], seen).toBeGreaterThan(0);
    evidence = run.evidence;
  });
  afterAll(() => database.remove());

  it.each(DAMAGES)('notices, by “%s”, that %s', async (rule, _what, sql) => {
    const file = `${database.address}.damaged`;
    // Whoever closed it last has brought the log back into the file; killed ones have not.
    for (const part of ['', '-wal']) copyFileSync(`${database.address}${part}`, `${file}${part}`);
    const damaged = new Database(file);
    try {
      damaged.exec('PRAGMA foreign_keys = OFF');
      damaged.exec(sql);
      const { problems } = await check(async (query) => damaged.prepare(query).all() as Record<string, unknown>[], [CHANNEL], evidence);
      expect(problems.map((problem) => problem.rule)).toContain(rule);
    } finally {
      damaged.close();
      for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    }
  });

  it.each(LIES)('notices, by “%s”, that %s', async (rule, _what, change) => {
    const { problems } = await check(database.query, [CHANNEL], change(evidence));
    expect(problems.map((problem) => problem.rule)).toContain(rule);
  });
});
