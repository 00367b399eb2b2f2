import type { SqliteDatabase } from '@/lib/store/sqlite/open-database';

/** Everything that belongs to one conversation, in the order that foreign keys ask for. */
const TABLES = ['Profile', 'Identity', 'Conversation', 'Case', 'FlowSession', 'Segment', 'InboundEvent', 'StepLog', 'Message', 'ConversationEvent', 'Timer'];

/** Copies all rows of the conversation whose ids contain `name`, once for each number below `count`, as `name-<number>`. */
export function cloneConversation(db: SqliteDatabase, name: string, count: number): void {
  for (const table of TABLES) {
    const columns = db.prepare(`PRAGMA table_info("${table}")`).all() as { name: string; type: string }[];
    const own = columns.some((column) => column.name === 'conversationId') ? 'conversationId' : 'id';
    const values = columns.map(({ name: column, type }) => (type === 'TEXT' ? `replace(t."${column}", '${name}', '${name}-' || n.i)` : `t."${column}"`));
    db.exec(`INSERT INTO "${table}" (${columns.map((column) => `"${column.name}"`).join(', ')})
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})
      SELECT ${values.join(', ')} FROM n, "${table}" t WHERE t."${own}" LIKE '%${name}'`);
  }
}
