import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The committed migrations of a folder, in order. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, 'migration.sql')))
    .sort()
    .map((name) => {
      // Git on Windows may have written CRLF: the text is what is checked, not its line ends.
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * The migrations a database still lacks, in order.
 * @param done checksums of what was applied, by name
 * @throws Error when an applied migration's text was changed, or the database knows one this program does not.
 */
export function missingMigrations(migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  for (const name of done.keys()) {
    if (!migrations.some((migration) => migration.name === name)) {
      throw new Error(`the database was written by a newer program: it has the migration ${name}, which this one does not know`);
    }
  }
  return migrations.filter(({ name, checksum }) => {
    const known = done.get(name);
    if (known !== undefined && known !== checksum) throw new Error(`the migration ${name} was changed after it was applied`);
    return known === undefined;
  });
}
