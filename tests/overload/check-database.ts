import { join } from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import { DATABASE_FILE } from '@/lib/env';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import type { Program } from '../browser/program';
import type { Sent } from './storm-types';

interface Stored {
  /** Of the customers' messages: id, sequence, conversation. */
  rows: (readonly [string, number, string])[];
  unfinished: number;
  twice: number;
}

const MESSAGES = 'SELECT "id", "seq", "conversationId" FROM "Message" WHERE "author" = \'customer\'';
const UNFINISHED = 'SELECT count(*) FROM "InboundEvent" WHERE "processedAt" IS NULL OR "quarantinedAt" IS NOT NULL';
const TWICE = 'SELECT count(*) FROM (SELECT 1 FROM "InboundEvent" GROUP BY "key" HAVING count(*) > 1) t';

/** Every 202 is in the file once, where it was said to be and in order; what was refused is not. */
export function checkDatabase(program: Program, sent: readonly Sent[]): void {
  const db = openDatabase(join(program.dataFolder, DATABASE_FILE), { role: 'read' });
  const count = (sql: string): number => (db.prepare(sql).raw().get() as [number])[0];
  const stored: Stored = { rows: db.prepare(MESSAGES).raw().all() as [string, number, string][], unfinished: count(UNFINISHED), twice: count(TWICE) };
  db.close();
  check(stored, sent);
}

/** The same of a PostgreSQL database. */
export async function checkPostgres(url: string, sent: readonly Sent[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ask = async <T>(text: string): Promise<T[]> => (await client.query({ text, rowMode: 'array' })).rows as T[];
  const count = async (sql: string): Promise<number> => Number((await ask<[string]>(sql))[0]?.[0]);
  try {
    check({ rows: await ask<[string, number, string]>(MESSAGES), unfinished: await count(UNFINISHED), twice: await count(TWICE) }, sent);
  } finally {
    await client.end();
  }
}

function check({ rows, unfinished, twice }: Stored, sent: readonly Sent[]): void {
  expect([unfinished, twice]).toEqual([0, 0]);
  const stored = new Map(rows.map(([id, seq, conversation]) => [id, { seq, conversation }]));
  expect(stored.size).toBe(rows.length);
  const wrong = sent.filter(({ id, status, seq }) => (status === 202 ? stored.get(id)?.seq !== seq : stored.has(id)));
  expect(wrong).toEqual([]);
  const visitors = new Map<number, Sent[]>();
  for (const one of sent) if (one.status === 202) visitors.set(one.visitor, [...(visitors.get(one.visitor) ?? []), one]);
  for (const messages of visitors.values()) {
    expect(new Set(messages.map(({ id }) => stored.get(id)?.conversation)).size).toBe(1);
    for (const later of messages) for (const earlier of messages) if (earlier.answeredAt < later.at) expect(later.seq).toBeGreaterThan(earlier.seq ?? 0);
  }
}
