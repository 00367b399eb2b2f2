import type pg from 'pg';
import type { MoveTable } from './move-tables';
import { quoted } from '../quoted';

/** Lets each column that numbers its rows by itself go on after the numbers that were moved. */
export async function setSequences(client: pg.ClientBase, tables: readonly MoveTable[]): Promise<void> {
  for (const { name, columns } of tables) {
    const { rows } = await client.query<[string, string]>({
      text: 'SELECT c, pg_get_serial_sequence($1, c) FROM unnest($2::text[]) c WHERE pg_get_serial_sequence($1, c) IS NOT NULL',
      values: [quoted([name]), columns.map((column) => column.name)],
      rowMode: 'array',
    });
    for (const [column, sequence] of rows) await client.query(`SELECT setval($1, max(${quoted([column])})) FROM ${quoted([name])} HAVING max(${quoted([column])}) IS NOT NULL`, [sequence]);
  }
}
