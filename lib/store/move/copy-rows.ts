import pg from 'pg';
import type { SqlRow } from '../sql-value';
import { MoveRefusal } from './move-refusal';
import type { MoveTable } from './move-tables';
import { quoted } from '../quoted';

/** What COPY's text format has a meaning of its own for. */
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Rows as lines of COPY's text format.
 *
 * @throws MoveRefusal for a value that PostgreSQL would not keep as it is, naming its row
 */
export function copyLines(table: MoveTable, rows: readonly SqlRow[]): Buffer {
  const lines: string[] = [];
  for (const row of rows) {
    let line = '';
    for (let place = 0; place < table.columns.length; place += 1) {
      if (place > 0) line += '\t';
      line += field(table, row, place);
    }
    lines.push(line, '\n');
  }
  return Buffer.from(lines.join(''));
}

function field(table: MoveTable, row: SqlRow, place: number): string {
  const value = row[place];
  if (value === null || value === undefined) return '\\N';
  const column = table.columns[place];
  const written = column?.type.write(value) ?? { why: 'wrongType' as const };
  if (typeof written !== 'string') throw new MoveRefusal({ reason: 'unstorable', why: written.why, table: table.name, column: column?.name ?? '', key: keyText(table, row) });
  return SPECIAL.test(written) ? written.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special] ?? special) : written;
}

/** A row's primary key, for a person to find it by. */
function keyText(table: MoveTable, row: SqlRow): string {
  return table.key.map((name) => String(row[table.columns.findIndex((column) => column.name === name)])).join(', ');
}

/**
 * Writes lines into a table, and in the same transaction carries out `then`, which must be one statement: both or
 * neither. Sent as one query, so that a batch is one journey to the server and back.
 */
export async function copyInto(client: pg.ClientBase, table: MoveTable, lines: Buffer, then: string): Promise<void> {
  const sql = `COPY ${quoted([table.name])} (${quoted(table.columns.map(({ name }) => name))}) FROM STDIN; ${then}`;
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyIn(sql, lines, (error) => (error ? reject(error) : resolve())));
  });
}

/** The driver's own query, which refuses COPY unless it is told what to send. */
class CopyIn extends pg.Query {
  constructor(
    sql: string,
    readonly lines: Buffer,
    done: (error: Error | undefined) => void,
  ) {
    super(sql, done);
  }

  handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }): void {
    connection.sendCopyFromChunk(this.lines);
    connection.endCopyFrom();
  }
}
