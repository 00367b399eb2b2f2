import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DATABASE_FILE } from '@/lib/env';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { runRelais, type RunningRelais } from '../start/run-relais';
import { playedSource, type PlayedSource } from './played-source';

/** For tests of moves: one played data folder, and as many copies of it as there are things to try. */
export interface MoveHouse {
  played: PlayedSource;
  /** A copy of the played data folder, changed by the SQL if there is some. */
  copy(sql?: string): { dataDir: string; file: string };
  /** `relais move --to url` of that data folder, in a process of its own. */
  move(dataDir: string, url: string): RunningRelais;
  /** Any command, to its end. */
  relais(args: readonly string[], environment: Record<string, string>): Promise<{ code: number | null; output: string }>;
  /** The move to its end. */
  moved(dataDir: string, url: string): Promise<{ code: number | null; output: string }>;
  remove(): void;
}

export async function moveHouse(): Promise<MoveHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-move-'));
  const played = await playedSource(join(folder, 'played'));
  let count = 0;
  const house: MoveHouse = {
    played,
    copy(sql) {
      const dataDir = join(folder, `copy-${(count += 1)}`);
      cpSync(played.dataDir, dataDir, { recursive: true });
      const file = join(dataDir, DATABASE_FILE);
      if (sql !== undefined) {
        const db = openDatabase(file, { role: 'write' });
        db.exec(sql);
        db.close();
      }
      return { dataDir, file };
    },
    move: (dataDir, url) => run(['move', '--to', url], { RELAIS_DATA: dataDir }),
    relais: (args, environment) => ended(run(args, environment)),
    moved: (dataDir, url) => ended(house.move(dataDir, url)),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
  return house;
}

const run = (args: readonly string[], environment: Record<string, string>): RunningRelais => runRelais(process.cwd(), ['--language', 'en', ...args], { RELAIS_SECRET: '', ...environment });

async function ended(running: RunningRelais): Promise<{ code: number | null; output: string }> {
  return { code: await running.ended, output: running.output() };
}

/** Rows of a query on PostgreSQL, as arrays. */
export async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
    return result.rows;
  } finally {
    await client.end();
  }
}
