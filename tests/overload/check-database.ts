import { join } from 'node:path';
import { expect } from 'vitest';
import { DATABASE_FILE } from '@/lib/env';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import type { Program } from '../browser/program';
import type { Sent } from './storm-types';

/** Every 202 is in the database once, where it was said to be and in order; what was refused is not. */
export function checkDatabase(program: Program, sent: readonly Sent[]): void {
  const db = openDatabase(join(program.dataFolder, DATABASE_FILE), { role: 'read' });
  const rows = db.prepare('SELECT "id", "seq", "conversationId" FROM "Message" WHERE "author" = \'customer\'').raw().all() as [string, number, string][];
  const unfinished = db.prepare('SELECT count(*) FROM "InboundEvent" WHERE "processedAt" IS NULL OR "quarantinedAt" IS NOT NULL').raw().all() as [number][];
  const twice = db.prepare('SELECT count(*) FROM (SELECT 1 FROM "InboundEvent" GROUP BY "key" HAVING count(*) > 1)').raw().all() as [number][];
  db.close();
  expect([unfinished[0]?.[0], twice[0]?.[0]]).toEqual([0, 0]);
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
