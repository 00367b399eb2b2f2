import type { Program } from '../program';
import { changeData } from './change-data';

const FAILURE = {
  code: 'node-threw',
  detail: 'TypeError: Cannot read properties of null (reading ‘map’) in the template of the step '.repeat(3),
  node: 'welcome',
  event: { type: 'message.received', message: { id: 'k2', text: 'Bonjour' } },
  facts: { contact: { name: 'Claire Beauregard', email: null } },
  state: { v: 1, status: 'active', frames: [{ value: 'welcome/asked', context: { answers: {} } }], seq: 1 },
  trace: [{ kind: 'entered', node: 'welcome' }, { kind: 'failed', node: 'welcome', code: 'node-threw' }],
};

/** Turns that failed, open and settled, and messages that did not leave: a sound program has none of them. */
export function goWrong(program: Program, held: string, waiting: string, closed: string): void {
  changeData(program, (database) => {
    const quarantine = database.prepare('UPDATE "InboundEvent" SET "quarantinedAt" = ?, "error" = ?, "settledAt" = ?, "settledHow" = ? WHERE "conversationId" = ? AND "seq" = 1');
    const at = Date.now();
    quarantine.run(at - 40_000, JSON.stringify(FAILURE), null, null, waiting);
    quarantine.run(at - 5_400_000, JSON.stringify({ ...FAILURE, code: 'expression-failed', detail: 'amount > 10' }), null, null, held);
    quarantine.run(at - 90_000_000, JSON.stringify({ code: 'flow-missing', detail: 'the published version cannot be compiled' }), at - 80_000_000, 'put-aside', closed);
    const dead = database.prepare(
      `INSERT INTO "Outbox" ("workspaceId", "id", "conversationId", "seq", "kind", "payload", "epoch", "state", "attempts", "nextAttemptAt", "doneAt", "lastError", "createdAt")
       SELECT "workspaceId", ?2, "id", ?3, 'message.send', ?4, 0, 'dead', ?5, 0, ?6, ?7, 0 FROM "Conversation" WHERE "id" = ?1`,
    );
    const said = (author: string, text: string): string => JSON.stringify({ author, channel: 'sms', content: { parts: [{ text }] } });
    dead.run(waiting, `${waiting}.m900`, 900, said('bot', 'Votre remboursement de 129,00 € est en route\u202f; comptez trois jours ouvrés avant de le voir sur votre compte.'), 8, at - 300_000, '503 Service Unavailable');
    dead.run(held, `${held}.m901`, 901, said('bot', 'Votre commande est partie.'), 1, at - 7_200_000, 'The recipient number +33612344108 is not reachable on this carrier, or has opted out of messages from this sender (error 30005)');
  });
}
