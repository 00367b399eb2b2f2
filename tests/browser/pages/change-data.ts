import { join } from 'node:path';
import Database from 'libsql';
import type { Program } from '../program';

/** Changes the database of a running program, for states that the program itself has no way to make. */
export function changeData(program: Program, act: (database: Database.Database) => void): void {
  const database = new Database(join(program.dataFolder, 'relais.db'), { timeout: 5000 });
  try {
    act(database);
  } finally {
    database.close();
  }
}
