import pg from 'pg';

/** What every connection promises. Milliseconds. */
const STATEMENT_TIMEOUT = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT = 10_000;
/** bigint: ours are times and counters, all of them safe integers. */
const INT8 = 20;

const SETTINGS: Readonly<Record<string, string>> = {
  synchronous_commit: 'on',
  statement_timeout: `${STATEMENT_TIMEOUT / 1000}s`,
  idle_in_transaction_session_timeout: `${IDLE_IN_TRANSACTION_TIMEOUT / 1000}s`,
};

/**
 * A pool of connections; nothing else in the program opens one. Every setting is asked for when a connection begins
 * and *read back* before it is used: a pooler between may drop it, and each is a promise. An answered message is on
 * disk; no statement and no forgotten transaction keeps a conversation's row for ever.
 *
 * @param size connections at most
 */
export function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'relais',
    options: Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`).join(' '),
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as never },
    verify: (client, done) => void readBack(client).then(() => done(), done),
  });
  // A connection that dies while nobody uses it is replaced by the next one asked for.
  pool.on('error', () => undefined);
  // One that dies between two statements of a transaction, or being read back, has nobody to tell but the next statement on it.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** @throws Error when a setting did not take. */
async function readBack(client: pg.ClientBase): Promise<void> {
  const names = Object.keys(SETTINGS);
  const { rows } = await client.query<string[]>({ text: `SELECT ${names.map((name) => `current_setting('${name}')`).join(', ')}`, rowMode: 'array' });
  names.forEach((name, index) => {
    if (rows[0]?.[index] !== SETTINGS[name]) throw new Error(`PostgreSQL kept ${name} at ${rows[0]?.[index]} where ${SETTINGS[name]} was asked for`);
  });
}
