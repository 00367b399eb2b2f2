import pg from 'pg';
import { expect } from 'vitest';
import type { Receipt, RuntimeEvent } from '@/lib/runtime/runtime-types';
import { openStore } from '@/lib/store/open-store';
import type { PostgresServer } from '@/lib/store/testing/postgres-server';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { buildChild } from '../crash/build-child';
import { startChild } from '../crash/child-process';

/**
 * Two processes get the same events of many conversations, each in an order of its own, every event at least twice.
 * Asserts that each was processed once, that both gave the same place for it, that places have no gaps, and that the
 * database saw no deadlock.
 */
export async function twoWorkers(server: PostgresServer, conversations: number, turns: number, seed: number): Promise<void> {
  const url = await server.migrated();
  const store = openStore(url);
  const { connectionId, workspaceId } = await seedWorkspace(store.admin, 'one');
  const ids = Array.from({ length: conversations }, (_, i) => `c${i}`);
  for (const id of ids) {
    await store.turns.openConversation({ workspaceId, connectionId, externalId: id, language: 'en' }, { profileId: `p${id}`, identityId: `i${id}`, conversationId: id }, 0);
  }
  const events = ids.flatMap((conversationId) =>
    Array.from({ length: turns }, (_, i) => ({ key: { workspaceId, conversationId }, event: { key: `k${i}`, type: 'customer.message', text: `m${i}` } satisfies RuntimeEvent })),
  );
  const child = await buildChild('tests/postgres/worker-child.ts');
  const workers = [await startChild(process.execPath, [child, url]), await startChild(process.execPath, [child, url])];
  const random = generator(seed);
  try {
    const receipts: Map<string, Receipt[]> = new Map();
    const send = async (worker: (typeof workers)[number], list: typeof events): Promise<void> => {
      // So many on their way at once, as a door under load would have.
      const rest = [...list];
      await Promise.all(Array.from({ length: 48 }, async () => {
        for (let next = rest.pop(); next; next = rest.pop()) {
          const name = `${next.key.conversationId} ${next.event.key}`;
          const receipt = await worker.deliver(next.key, next.event);
          if (!receipt) throw new Error(`${name} was not answered`);
          receipts.set(name, [...(receipts.get(name) ?? []), receipt]);
        }
      }));
    };
    await Promise.all(workers.map((worker) => send(worker, shuffled(events, random))));
    for (const all of receipts.values()) {
      expect(all).toHaveLength(2);
      expect(new Set(all.map(({ seq }) => seq)).size).toBe(1);
      expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    }
    expect(receipts.size).toBe(events.length);
    for (const conversationId of ids) {
      const messages = await store.admin.message.findMany({ where: { workspaceId, conversationId }, orderBy: { seq: 'asc' }, select: { seq: true, id: true } });
      expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 2 * turns }, (_, i) => i + 1));
      // The messages stand in the order in which their events were accepted.
      const places = messages.filter((_, i) => i % 2 === 0).map(({ id }) => receipts.get(`${conversationId} ${id}`)?.[0]?.seq);
      expect(places).toEqual(Array.from({ length: turns }, (_, i) => i + 1));
    }
    expect(await deadlocks(url)).toBe(0);
  } finally {
    for (const worker of workers) await worker.kill();
    await store.close();
  }
}

async function deadlocks(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
    return Number(rows[0]?.deadlocks);
  } finally {
    await client.end();
  }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list.map((value) => [random(), value] as const).sort(([a], [b]) => a - b).map(([, value]) => value);
}

/** Mulberry32: the same seed gives the same orders. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
