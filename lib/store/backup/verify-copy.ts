import { readdirSync } from 'node:fs';
import { openDatabase } from '../sqlite/open-database';

export interface Verified {
  conversations: number;
  messages: number;
}

/** Why a file is no database of ours that can be used. `detail` is for whoever repairs it. */
export class UnusableCopyError extends Error {
  override readonly name = 'UnusableCopyError';

  constructor(
    readonly reason: 'damaged' | 'foreign' | 'newer',
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

/**
 * Looks through the whole file: pages, references, and that no conversation misses an event or a message.
 * @param migrations folder of the migrations this program knows
 * @throws UnusableCopyError
 */
export function verifyCopy(file: string, migrations: string): Verified {
  let db;
  try {
    db = openDatabase(file, { role: 'read' });
  } catch (error) {
    throw new UnusableCopyError('damaged', error instanceof Error ? error.message : String(error));
  }
  try {
    const all = (sql: string): unknown[][] => db.prepare(sql).raw().all() as unknown[][];
    const count = (sql: string): number => Number(all(sql)[0]?.[0]);
    const sound = String(all('PRAGMA integrity_check(1)')[0]?.[0]);
    if (sound !== 'ok') throw new UnusableCopyError('damaged', sound);
    if (count(`SELECT count(*) FROM sqlite_master WHERE name IN ('Conversation', '_prisma_migrations')`) !== 2) throw new UnusableCopyError('foreign', file);
    const known = new Set(readdirSync(migrations));
    const strange = all('SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL').map(([name]) => String(name)).find((name) => !known.has(name));
    if (strange !== undefined) throw new UnusableCopyError('newer', strange);
    const loose = all('PRAGMA foreign_key_check').length;
    if (loose > 0) throw new UnusableCopyError('damaged', `${loose} rows point nowhere`);
    const gaps = count(`SELECT count(*) FROM "Conversation" c
      WHERE c."inboundSeq" <> (SELECT count(*) FROM "InboundEvent" i WHERE i."workspaceId" = c."workspaceId" AND i."conversationId" = c."id")
         OR c."messageSeq" <> (SELECT count(*) FROM "Message" m WHERE m."workspaceId" = c."workspaceId" AND m."conversationId" = c."id")`);
    if (gaps > 0) throw new UnusableCopyError('damaged', `${gaps} conversations miss events or messages`);
    return { conversations: count('SELECT count(*) FROM "Conversation"'), messages: count('SELECT count(*) FROM "Message"') };
  } catch (error) {
    if (error instanceof UnusableCopyError) throw error;
    throw new UnusableCopyError('damaged', error instanceof Error ? error.message : String(error));
  } finally {
    db.close();
  }
}
