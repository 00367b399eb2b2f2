import { openDatabase, type SqliteDatabase } from '@/lib/store/sqlite/open-database';
import type { ConversationKey } from '@/lib/runtime/runtime-types';

/**
 * So many copies of one conversation that was really played, with its customer: every row of it in every table, under
 * ids of their own. Ids hold the conversation's id, so that putting another in its place moves all of them.
 */
export function cloneConversation(file: string, { workspaceId, conversationId }: ConversationKey, count: number): void {
  const db = openDatabase(file, { role: 'write' });
  try {
    const all = (sql: string, ...values: unknown[]): Record<string, unknown>[] => db.prepare(sql).all(values) as Record<string, unknown>[];
    const [row] = all('SELECT "identityId", "profileId" FROM "Conversation" WHERE "workspaceId" = ? AND "id" = ?', workspaceId, conversationId);
    const ids = { c: conversationId, i: String(row?.identityId), p: String(row?.profileId) };
    const tables = all(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'`).map(({ name }) => String(name));
    db.exec('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON');
    for (const table of tables) {
      const columns = all(`PRAGMA table_info("${table}")`).map(({ name, type }) => ({ name: String(name), text: type === 'TEXT' }));
      const own = { Profile: ['id', ids.p], Identity: ['id', ids.i], Conversation: ['id', ids.c] }[table] ?? (columns.some(({ name }) => name === 'conversationId') ? ['conversationId', ids.c] : null);
      if (own) clone(db, table, columns, `"${own[0]}" = '${own[1]}'`, ids, count);
    }
    db.exec('COMMIT');
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  } finally {
    db.close();
  }
}

function clone(db: SqliteDatabase, table: string, columns: readonly { name: string; text: boolean }[], which: string, ids: Record<string, string>, count: number): void {
  const renamed = (name: string): string =>
    Object.entries(ids).reduce((value, [letter, id]) => `replace(${value}, '${id}', '${letter}' || printf('%011x', n.n))`, name === 'externalId' ? `t."${name}" || '-' || n.n` : `t."${name}"`);
  const values = columns.map(({ name, text }) => (text ? renamed(name) : `t."${name}"`)).join(', ');
  // From a copy: a table that is read while it grows would be read through a second one.
  db.exec(`CREATE TEMP TABLE template AS SELECT * FROM "${table}" WHERE ${which}`);
  db.exec(`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count})
    INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) SELECT ${values} FROM n CROSS JOIN temp.template t`);
  db.exec('DROP TABLE temp.template');
}
