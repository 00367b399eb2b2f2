import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { systemClock } from '@/lib/clock';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { Runtime } from '@/lib/runtime/runtime-types';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';
import { openDatabase, type SqliteDatabase } from '@/lib/store/sqlite/open-database';
import { createSqliteTurnStore } from '@/lib/store/sqlite/sqlite-turn-store';
import { createWriteLane } from '@/lib/store/sqlite/write-lane';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import type { TurnStore } from '@/lib/store/turn-store';

/** What each customer writes, in every benchmark of turns. */
export const SCRIPT = ['hello', 'refund', 'something nobody wrote', '2'];
/** Stands in the recorded values wherever the conversation's own id belongs. */
export const RECORDED = 'recorded-conversation-id';

/** One statement of a turn as the program ran it. */
export interface Call {
  sql: string;
  values: unknown[];
  how: 'run' | 'get' | 'all';
}

export const document = JSON.parse(readFileSync('flows/library/customer-service.flow.json', 'utf8')) as FlowDocument;
export const say = (turn: number) => ({ key: `m${turn}`, type: 'customer.message' as const, text: SCRIPT[turn] ?? '' });

/** A migrated file with a published flow and conversations that nobody has written in yet. */
export async function withDatabase<T>(ids: readonly string[], use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  try {
    const file = join(folder, 'relais.db');
    migrateDatabase(file, 'prisma/migrations', 0);
    const store = openStore(file);
    await seedWorkspace(store.admin, 'one', { document });
    await Promise.all(
      ids.map((id) =>
        store.turns.openConversation(
          { workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' },
          { profileId: `p-${id}`, identityId: `i-${id}`, conversationId: id },
          0,
        ),
      ),
    );
    await store.close();
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The runtime over these two connections, as the program puts it together. */
export function runtimeOn(write: SqliteDatabase, read: SqliteDatabase): Runtime {
  return runtimeOver(createSqliteTurnStore(createWriteLane(write), write, read));
}

/** The runtime as the program puts it together. */
export function runtimeOver(store: TurnStore): Runtime {
  return createRuntime({
    store,
    clock: systemClock,
    registry: defaultRegistry,
    log: pino({ level: 'silent' }),
    onCommitted: () => undefined,
  });
}

/** The statements of each turn of one conversation, in order, with their values. */
export async function recordTurns(): Promise<Call[][]> {
  return withDatabase([RECORDED], async (file) => {
    const write = openDatabase(file, { role: 'write' });
    const read = openDatabase(file, { role: 'read' });
    let calls: Call[] = [];
    const prepare = write.prepare.bind(write);
    write.prepare = ((sql: string) => {
      const statement = prepare(sql);
      for (const how of ['run', 'get', 'all'] as const) {
        const original = statement[how].bind(statement) as (values: unknown[]) => unknown;
        statement[how] = ((values: unknown[]) => {
          calls.push({ sql, values: [...values], how });
          return original(values);
        }) as never;
      }
      return statement;
    }) as typeof write.prepare;
    const runtime = runtimeOn(write, read);
    const recorded: Call[][] = [];
    for (const turn of SCRIPT.keys()) {
      calls = [];
      await runtime.deliver({ workspaceId: 'one', conversationId: RECORDED }, say(turn));
      recorded.push(calls);
    }
    write.close();
    read.close();
    return recorded;
  });
}
