import pg from 'pg';
import { migratePostgres } from '../postgres/migrate-postgres';
import { openPool } from '../postgres/open-pool';
import { serverWords } from '../postgres/server-words';
import { inspectPostgres, OLDEST_POSTGRES } from '../postgres/inspect-postgres';
import { moveUnderWay } from './move-log';
import { MoveRefusal } from './move-refusal';
import { refuseOccupied } from './refuse-occupied';

export interface Target {
  client: pg.ClientBase;
  close(): Promise<void>;
}

/** Any number; held by whoever moves into a database, for as long as it is connected. */
const MOVING = 7_241_007;

/**
 * Connects to the database to move into, as the only one that does, and brings it to the newest schema.
 *
 * @throws MoveRefusal when it cannot be used
 */
export async function openTarget(url: string, migrations: string): Promise<Target> {
  const { major, version, encoding } = await usable(() => inspectPostgres(url, migrations));
  if (major < OLDEST_POSTGRES) throw new MoveRefusal({ reason: 'tooOld', version });
  if (encoding !== 'UTF8') throw new MoveRefusal({ reason: 'encoding', encoding });
  const pool = openPool(url, 1);
  const client = await usable(() => pool.connect());
  // Its end is told to whoever waits for an answer of it.
  client.on('error', () => undefined);
  const close = async (): Promise<void> => {
    client.release(true);
    await pool.end();
  };
  try {
    await usable(async () => {
      // To add up a table of millions takes its time.
      await client.query('SET statement_timeout = 0');
      const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [MOVING]);
      if (rows[0]?.alone !== true) throw new MoveRefusal({ reason: 'busy' });
      if (!(await moveUnderWay(client))) await refuseOccupied(client);
      await migratePostgres(url, migrations);
    });
    return { client, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Codes of the way to the server, as the system names them. */
const NETWORK = /^E(?:CONN|PIPE|TIMEDOUT|HOST|NET|AI_|NOTFOUND)/;

/** Whether an error came of the server or of the way to it, and not of this program or of the file. */
export function isServerTrouble(error: unknown): error is Error {
  if (error instanceof pg.DatabaseError) return true;
  if (!(error instanceof Error)) return false;
  return ('code' in error && NETWORK.test(String(error.code))) || /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded)/.test(error.message);
}

/** Before anything is moved, whatever fails there is what to repair there. */
async function usable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MoveRefusal) throw error;
    throw new MoveRefusal({ reason: 'unusable', detail: serverWords(error) });
  }
}
