import type { Client, InArgs, InStatement, Replicated, ResultSet, Transaction, TransactionMode } from '@libsql/client';
import type { SqliteDatabase } from './open-database';
import { runSql } from './run-sql';
import type { LaneHold, WriteLane } from './write-lane';

const READS = /^\s*select\b/i;
const PATIENCE_MS = 5000;

/**
 * The database client Prisma's adapter works with: reads on the read connection, every write through the lane and
 * every transaction alone in it. So no administrative write can land in a turn's transaction, or vanish with another's
 * rollback, and none makes the loop spin.
 */
export class LaneClient implements Client {
  closed = false;
  readonly protocol = 'file';

  constructor(
    private readonly lane: WriteLane,
    private readonly write: SqliteDatabase,
    private readonly read: SqliteDatabase,
  ) {}

  async execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const { sql, args: values } = normal(statement, args);
    if (READS.test(sql)) return runSql(this.read, sql, values);
    return this.lane.run(() => runSql(this.write, sql, values));
  }

  batch(statements: (InStatement | [string, InArgs?])[]): Promise<ResultSet[]> {
    return this.lane.run(() =>
      statements.map((entry) => {
        const { sql, args } = Array.isArray(entry) ? normal(entry[0], entry[1]) : normal(entry);
        return runSql(this.write, sql, args);
      }),
    );
  }

  migrate(statements: InStatement[]): Promise<ResultSet[]> {
    return this.batch(statements);
  }

  async transaction(_mode?: TransactionMode): Promise<Transaction> {
    const hold = await this.lane.hold();
    try {
      await begin(hold);
      return new LaneTransaction(hold);
    } catch (error) {
      hold.release();
      throw error;
    }
  }

  executeMultiple(sql: string): Promise<void> {
    return this.lane.run(() => {
      this.write.exec(sql);
    });
  }

  sync(): Promise<Replicated> {
    return Promise.resolve(undefined);
  }

  /** The connections belong to the store, which closes them. */
  close(): void {
    this.closed = true;
  }

  reconnect(): void {
    this.closed = false;
  }
}

class LaneTransaction implements Transaction {
  closed = false;

  constructor(private readonly hold: LaneHold) {}

  async execute(statement: InStatement | string, args?: InArgs): Promise<ResultSet> {
    const { sql, args: values } = normal(statement, args);
    return runSql(this.hold.db(), sql, values);
  }

  async batch(statements: InStatement[]): Promise<ResultSet[]> {
    const results: ResultSet[] = [];
    for (const statement of statements) results.push(await this.execute(statement));
    return results;
  }

  async executeMultiple(sql: string): Promise<void> {
    this.hold.db().exec(sql);
  }

  async commit(): Promise<void> {
    try {
      this.hold.db().exec('COMMIT');
    } finally {
      this.close();
    }
  }

  async rollback(): Promise<void> {
    this.close();
  }

  close(): void {
    this.closed = true;
    this.hold.release();
  }
}

/** Inside the hold nobody of this process writes; another process may, and a synchronous wait would freeze the loop. */
async function begin(hold: LaneHold): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      hold.db().exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const busy = error instanceof Error && 'rawCode' in error && (Number(error.rawCode) & 255) === 5;
      if (!busy || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

function normal(statement: InStatement | string, args?: InArgs): { sql: string; args: InArgs } {
  if (typeof statement === 'string') return { sql: statement, args: args ?? [] };
  return { sql: statement.sql, args: statement.args ?? [] };
}
