import type pg from 'pg';
import { MoveRefusal } from './move-refusal';
import { quoted } from '../quoted';

/**
 * Asked before anything is written to a database into which no move was begun: it has nothing, or the empty tables of
 * a Relais.
 *
 * @throws MoveRefusal naming a table with rows, or, in a database that no Relais has prepared, any table
 */
export async function refuseOccupied(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<[string]>({
    text: `SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name`,
    rowMode: 'array',
  });
  const names = rows.map(([name]) => name);
  const ours = names.includes('_prisma_migrations') && names.includes('Workspace');
  for (const table of names.filter((name) => name !== '_prisma_migrations')) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted([table])} LIMIT 1`);
    if (!ours || rowCount !== 0) throw new MoveRefusal({ reason: 'occupied', table });
  }
}
