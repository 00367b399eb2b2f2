import { NO_INSTRUMENTS, type Instruments, type UnitKind } from '@/lib/metrics/instruments';
import type { SqliteDatabase } from './open-database';

/** Thrown by everything still waiting when the lane is closed. */
export class LaneClosedError extends Error {
  override readonly name = 'LaneClosedError';
}

/** Another process held the database longer than the lane is willing to wait. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}

/** The one connection that writes, lent for a transaction that spans several ticks. */
export interface LaneHold {
  /** @throws LaneClosedError once the connection was given back or taken away. */
  db(): SqliteDatabase;
  /** Gives the connection back. An open transaction is rolled back. Harmless when called twice. */
  release(): void;
}

export interface WriteLane {
  /**
   * Runs a synchronous unit of work and resolves with its value once it is on disk. Units waiting at the same time
   * share one commit, each under its own savepoint: one that throws is rolled back alone and rejects alone.
   */
  run<T>(work: () => T, what?: UnitKind): Promise<T>;
  /** Waits for its turn, then lends the connection. Whoever keeps it longer than the `hold` limit loses it. */
  hold(): Promise<LaneHold>;
  /** Commits what waits, then refuses everything. */
  close(): Promise<void>;
}

export interface LaneLimits {
  /** Units of one commit; bounds how long the loop is kept. */
  group: number;
  /** Milliseconds after which a group commits although more waits. */
  groupTime: number;
  /** Milliseconds to wait for another process. */
  busy: number;
  /** Milliseconds a borrower may keep the connection. */
  hold: number;
}

const LIMITS: LaneLimits = { group: 256, groupTime: 10, busy: 5000, hold: 10_000 };

interface Unit {
  kind: 'unit';
  what: UnitKind;
  queuedAt: number;
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}
interface Borrower {
  kind: 'hold';
  resolve(hold: LaneHold): void;
  reject(error: unknown): void;
}
type Settle = () => void;
type Observed = Pick<Instruments, 'unit' | 'group' | 'waiting' | 'busy'>;

/**
 * The process's only way to write. SQLite has one writer: turns, Prisma and the account library queue here, first
 * come first served, so that none waits in a spin or writes inside another's transaction.
 *
 * No unit waits for company. A group is what arrived since the last commit (a commit keeps the loop for an fsync,
 * and requests pile up in their sockets meanwhile); a lone unit is committed in the same tick it was queued in.
 */
export function createWriteLane(db: SqliteDatabase, limits: Partial<LaneLimits> = {}, instruments: Observed = NO_INSTRUMENTS): WriteLane {
  return new Lane(db, { ...LIMITS, ...limits }, instruments);
}

class Lane implements WriteLane {
  readonly #queue: (Unit | Borrower)[] = [];
  #scheduled = false;
  #held = false;
  #closed = false;
  #busySince: number | undefined;
  #drained: (() => void)[] = [];

  constructor(
    private readonly db: SqliteDatabase,
    private readonly limits: LaneLimits,
    private readonly instruments: Observed,
  ) {}

  run<T>(work: () => T, what: UnitKind = 'other'): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#enqueue({ kind: 'unit', what, queuedAt: performance.now(), work, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  hold(): Promise<LaneHold> {
    return new Promise((resolve, reject) => this.#enqueue({ kind: 'hold', resolve, reject }));
  }

  close(): Promise<void> {
    this.#closed = true;
    if (this.#queue.length === 0 && !this.#held) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  #enqueue(entry: Unit | Borrower): void {
    if (this.#closed) {
      entry.reject(new LaneClosedError('the database is closing'));
      return;
    }
    this.#queue.push(entry);
    this.#schedule(0);
  }

  #schedule(wait: number): void {
    if (this.#scheduled || this.#held) return;
    this.#scheduled = true;
    const go = (): void => {
      this.#scheduled = false;
      this.#next();
    };
    if (wait > 0) setTimeout(go, wait);
    else setImmediate(go);
  }

  #next(): void {
    this.instruments.waiting(this.#queue.length);
    const first = this.#queue[0];
    if (first && !this.#held) {
      if (first.kind === 'hold') {
        this.#queue.shift();
        this.#lend(first);
      } else if (!this.#group()) return;
    }
    if (this.#queue.length > 0) this.#schedule(0);
    else if (!this.#held) for (const done of this.#drained.splice(0)) done();
  }

  /** One BEGIN IMMEDIATE … COMMIT. False when another process has the database and the group will be tried again. */
  #group(): boolean {
    try {
      this.db.exec('BEGIN IMMEDIATE');
    } catch (error) {
      return this.#refused(error);
    }
    const began = performance.now();
    if (this.#busySince !== undefined) this.instruments.busy(began - this.#busySince);
    this.#busySince = undefined;
    const settled: Settle[] = [];
    const failed: Unit[] = [];
    const worked: number[] = [began];
    const until = began + this.limits.groupTime;
    for (let count = 0; count < this.limits.group; count += 1) {
      const unit = this.#queue[0];
      if (unit?.kind !== 'unit' || (worked.at(-1) ?? 0) > until) break;
      this.#queue.shift();
      failed.push(unit);
      settled.push(this.#unit(unit));
      worked.push(performance.now());
      // Some failures (disk full, I/O) end the whole transaction: nothing of this group is kept.
      if (!this.db.inTransaction) break;
    }
    try {
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      for (const unit of failed) unit.reject(error);
      return true;
    }
    this.#tell(failed, worked);
    for (const settle of settled) settle();
    this.instruments.waiting(this.#queue.length);
    return true;
  }

  /** `worked`: when the group began, and when each of its units had been run. */
  #tell(units: readonly Unit[], worked: readonly number[]): void {
    const over = performance.now();
    for (const [index, { what, queuedAt }] of units.entries()) {
      const from = worked[index] ?? over;
      const to = worked[index + 1] ?? over;
      this.instruments.unit(what, from - queuedAt, to - from, over - to);
    }
    this.instruments.group(units.length);
  }

  #unit(unit: Unit): Settle {
    this.db.exec('SAVEPOINT unit');
    try {
      const value = unit.work();
      this.db.exec('RELEASE unit');
      return () => unit.resolve(value);
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK TO unit; RELEASE unit');
      return () => unit.reject(error);
    }
  }

  #refused(error: unknown): boolean {
    const now = performance.now();
    this.#busySince ??= now;
    if (isBusy(error) && now - this.#busySince < this.limits.busy) {
      this.#schedule(Math.min(100, 2 + (now - this.#busySince) / 4));
      return false;
    }
    const waited = Math.round(now - this.#busySince);
    if (isBusy(error)) this.instruments.busy(waited);
    this.#busySince = undefined;
    const reason = isBusy(error) ? new DatabaseBusyError(`another process kept the database for ${waited} ms`, { cause: error }) : error;
    for (const entry of this.#queue.splice(0)) entry.reject(reason);
    return true;
  }

  #lend(borrower: Borrower): void {
    this.#held = true;
    const release = (): void => {
      if (!this.#held || over) return;
      over = true;
      clearTimeout(watch);
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      this.#held = false;
      this.#schedule(0);
    };
    let over = false;
    const watch = setTimeout(release, this.limits.hold);
    const db = (): SqliteDatabase => {
      if (over) throw new LaneClosedError('this transaction was ended: it was kept too long, or is over');
      return this.db;
    };
    borrower.resolve({ db, release });
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'rawCode' in error && (Number(error.rawCode) & 255) === 5;
}
