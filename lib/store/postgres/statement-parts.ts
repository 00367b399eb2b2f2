import { createHash } from 'node:crypto';
import { quoted } from '../quoted';
import type { NamedStatement } from './queryable';

/** Rows of one table: the same columns in each. */
export type Records = readonly Readonly<Record<string, string | number | null>>[];

const INTEGERS = new Set(['seq', 'number', 'caseNumber', 'segmentNumber', 'sessionNumber', 'messageSeq', 'inboundSeq', 'drainedSeq', 'eventSeq', 'outboxSeq', 'epoch', 'generation', 'unread', 'first', 'again']);
const isTime = (name: string): boolean => name === 'at' || name === 'rng' || name === 'fireAt' || name === 'claimedUntil' || name.endsWith('At');

/** Whether a column holds an integer; all others hold text. */
export function isInteger(name: string): boolean {
  return INTEGERS.has(name) || isTime(name);
}

/** Names of statements by their text: a hash of it. Bounded by the number of different turns there are. */
const names = new Map<string, NamedStatement>();

/**
 * Grows one data-modifying statement: `c` is the guarded UPDATE of the conversation, and each part hangs on it, so that
 * none writes anything when it changed nothing. Rows travel as one JSON parameter per table.
 */
export class StatementParts {
  readonly #values: unknown[];
  readonly #parts: string[] = [];

  constructor(values: readonly unknown[]) {
    this.#values = [...values];
  }

  /** The placeholder of one more parameter. */
  value(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  /** Rows as a source for FROM, and the columns it has. */
  records(records: Records): [source: string, columns: string] {
    const columns = Object.keys(records[0] ?? {});
    const types = columns.map((name) => `"${name}" ${isTime(name) ? 'bigint' : INTEGERS.has(name) ? 'int' : 'text'}`);
    return [`json_to_recordset(${this.value(JSON.stringify(records))}::json)`, types.join(', ')];
  }

  add(name: string, sql: string): void {
    this.#parts.push(`${name} AS (${sql})`);
  }

  insert(table: string, records: Records): void {
    if (records.length > 0) this.add(`new_${table}`, this.#insertion(table, records));
  }

  /** @param keyed whether the conversation is part of the key */
  upsert(table: string, keys: readonly string[], records: Records, keyed = true): void {
    if (records.length === 0) return;
    const rest = Object.keys(records[0] ?? {}).filter((name) => !keys.includes(name));
    const conflict = quoted(['workspaceId', ...(keyed ? ['conversationId'] : []), ...keys]);
    this.add(`saved_${table}`, `${this.#insertion(table, records)} ON CONFLICT (${conflict}) DO UPDATE SET ${rest.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`);
  }

  /** Rows of this conversation, found by `keys`. */
  update(table: string, keys: readonly string[], records: Records): void {
    const rest = Object.keys(records[0] ?? {}).filter((name) => !keys.includes(name));
    const [source, columns] = this.records(records);
    this.add(
      `changed_${table}`,
      `UPDATE "${table}" t SET ${rest.map((name) => `"${name}" = r."${name}"`).join(', ')} FROM c, ${source} AS r(${columns})
       WHERE t."workspaceId" = $1 AND t."conversationId" = $2 AND ${keys.map((name) => `t."${name}" = r."${name}"`).join(' AND ')}`,
    );
  }

  #insertion(table: string, records: Records): string {
    const columns = Object.keys(records[0] ?? {});
    const [source, types] = this.records(records);
    return `INSERT INTO "${table}" ("workspaceId", "conversationId", ${quoted(columns)})
      SELECT $1::text, $2::text, ${columns.map((name) => `r."${name}"`).join(', ')} FROM c, ${source} AS r(${types})`;
  }

  statement(guarded: string): { statement: NamedStatement; values: unknown[] } {
    const text = `WITH c AS (${guarded}), ${this.#parts.join(', ')} SELECT count(*)::int FROM c`;
    let statement = names.get(text);
    if (!statement) {
      statement = { name: `turn-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`, text };
      names.set(text, statement);
    }
    return { statement, values: this.#values };
  }
}
