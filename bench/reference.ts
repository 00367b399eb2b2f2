import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { transition } from 'xstate';
import { compile } from '@/flows/compiler/compile';
import { runnable } from '@/flows/engine/runnable-cache';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { defaultRegistry } from '@/flows/nodes/registry';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';
import { createCustomers } from '@/lib/store/sqlite/customers';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { document, RECORDED, recordTurns, SCRIPT } from './recorded-turns';

/**
 * The program Relais is measured against: `node:http`, the same compiled machine restored, stepped and persisted, and
 * the very statements a turn of Relais runs (and those that make a new customer's conversation), on the bare driver. No
 * receipts, no templates, no ownership, no streams.
 * With REFERENCE_GROUP=1 every message has a commit of its own, else what waits shares one, up to that many.
 */
const GROUP = Number(process.env['REFERENCE_GROUP'] ?? 256);
const SESSION = /INSERT INTO "FlowSession"/;
const LOAD = /^SELECT c\./;

const compiled = compile(document, { ref: 'reference', registry: defaultRegistry });
if (!compiled.ok) throw new Error('the library flow does not compile');
const { flow } = compiled;
const ready = runnable(flow, DEFAULT_LIMITS.iterations);
const facts = { contact: { name: null, email: null, phone: null, locale: 'en' } };

const recorded = await recordTurns();
const file = join(process.env['RELAIS_DATA'] ?? '.', 'reference.db');
migrateDatabase(file, 'prisma/migrations', 0);
const store = openStore(file);
await seedWorkspace(store.admin, 'one', { document });
await store.close();
const db = openDatabase(file, { role: 'write' });
const statements = new Map<string, ReturnType<typeof db.prepare>>();
for (const { sql } of recorded.flat()) {
  const statement = statements.get(sql) ?? db.prepare(sql);
  if (statement.reader) statement.raw(true);
  statements.set(sql, statement);
}
const customers = createCustomers(db);
const stateOf = db.prepare('SELECT "state" FROM "FlowSession" WHERE "workspaceId" = ? AND "id" = ?');

interface Waiting {
  id: string;
  text: string;
  response: ServerResponse;
}
const turns = new Map<string, number>();
const waiting: Waiting[] = [];
let scheduled = false;

/** The machine's part of a turn: restore what was persisted, one transition, what is to be persisted. */
function stepped(id: string, turn: number, text: string): string {
  const message = { id: `m${turn}`, text };
  const row = turn === 0 ? undefined : (stateOf.get(['one', `${id}.s1`]) as { state: string } | undefined);
  const kept = row ? (JSON.parse(row.state) as { value: string; context: typeof flow.machine.context }) : { value: 'idle', context: flow.machine.context };
  const type = row ? 'message.received' : 'session.started';
  const [snapshot] = transition(ready.machine, ready.rest(kept.value, kept.context), { type, turn: { message, facts, languages: flow.languages, limits: DEFAULT_LIMITS } });
  return JSON.stringify({ value: snapshot.value, context: snapshot.context as unknown });
}

function commit(): void {
  scheduled = false;
  const group = waiting.splice(0, GROUP);
  db.exec('BEGIN IMMEDIATE');
  for (const { id, text } of group) {
    const turn = turns.get(id) ?? 0;
    turns.set(id, turn + 1);
    let state = '';
    if (turn === 0) customers.open({ workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' }, { profileId: `p-${id}`, identityId: `i-${id}`, conversationId: id }, 0);
    for (const { sql, values, how } of recorded[turn] ?? []) {
      const mine = values.map((value) => (typeof value === 'string' ? value.replaceAll(RECORDED, id) : value));
      if (SESSION.test(sql)) mine[6] = state;
      statements.get(sql)?.[how](mine);
      if (LOAD.test(sql)) state = stepped(id, turn, text);
    }
  }
  db.exec('COMMIT');
  for (const { response } of group) answer(response, 202, { ok: true });
  if (waiting.length > 0) schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(commit);
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (request.method === 'GET') return answer(response, 200, { ok: true });
  if (request.url?.endsWith('/visitors')) {
    const id = `v${String(made++).padStart(23, '0')}`;
    return answer(response, 201, { token: id });
  }
  const { text } = JSON.parse(body) as { text: string };
  const id = (request.headers.authorization ?? '').slice('Bearer '.length);
  if ((turns.get(id) ?? 0) >= SCRIPT.length) return answer(response, 409, {});
  waiting.push({ id, text, response });
  if (GROUP === 1) commit();
  else schedule();
}

let made = 0;
createServer((request, response) => void receive(request, response)).listen(Number(process.env['PORT']), '127.0.0.1');
