import { join } from 'node:path';
import Database from 'libsql';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { DATABASE_FILE } from '@/lib/env';
import type { Program } from '../browser/program';

/** Public key of the second workspace's web chat. */
export const QUIET_KEY = 'quiet';
const COPIED = ['Skill', 'Queue', 'Calendar', 'Flow', 'FlowVersion', 'ChannelConnection'];

/** A second workspace beside the demo's, with the same flow behind a web chat of its own: the program has no page that makes one. */
export function plantQuietWorkspace({ dataFolder }: Program): void {
  const database = new Database(join(dataFolder, DATABASE_FILE), { timeout: 5000 });
  try {
    const [demo] = database.prepare('SELECT "workspaceId" FROM "ChannelConnection" WHERE "publicKey" = ?').raw().get(DEMO.connection.publicKey) as [string];
    const copy = (table: string, changed: Record<string, string>, where: string): void => {
      const columns = (database.prepare(`SELECT "name" FROM pragma_table_info('${table}')`).raw().all() as [string][]).map(([name]) => name);
      const values = columns.map((name) => (changed[name] === undefined ? `"${name}"` : `'${changed[name]}'`));
      database.prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM "${table}" WHERE "${where}" = ?`).run(demo);
    };
    database.exec('BEGIN IMMEDIATE');
    copy('Workspace', { id: QUIET_KEY, name: 'Quiet' }, 'id');
    for (const table of COPIED) copy(table, { workspaceId: QUIET_KEY, ...(table === 'ChannelConnection' && { publicKey: QUIET_KEY }) }, 'workspaceId');
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
