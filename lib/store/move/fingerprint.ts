import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { openDatabase } from '../sqlite/open-database';

/** Which database a move is from, and as it stood when. */
export interface Fingerprint {
  /** The same for as long as the database lives. */
  database: string;
  /** SHA-256 of the whole file, in hex: another one as soon as anything is written. */
  content: string;
}

/**
 * Of a migrated file that nothing else has open. What the log beside it holds is brought into the file first.
 *
 * @throws Error when something has it open after all
 */
export async function fingerprint(file: string): Promise<Fingerprint> {
  const db = openDatabase(file, { role: 'write' });
  let database: string;
  try {
    const [busy] = (db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().all() as unknown[][])[0] ?? [];
    if (busy !== 0) throw new Error(`something has ${file} open`);
    // Random, and made with the database.
    database = String((db.prepare('SELECT "id" FROM "_prisma_migrations" ORDER BY "migration_name" LIMIT 1').raw().get() as unknown[] | undefined)?.[0]);
  } finally {
    db.close();
  }
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return { database, content: hash.digest('hex') };
}
