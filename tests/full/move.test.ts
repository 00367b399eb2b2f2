import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startPostgres } from '@/lib/store/testing/postgres-server';
import { cloneConversation } from '../move/clone-conversation';
import { ask } from '../move/move-house';
import { playedSource } from '../move/played-source';
import { runRelais } from '../start/run-relais';

const CONVERSATIONS = 100_000;
/** On two cores that PostgreSQL has to share with the move. */
const ROWS_PER_SECOND = 20_000;
/** JavaScript's memory of the process that moves, in MB; the file is several times as large. */
const MEMORY = 128;

it(`moves ${CONVERSATIONS} conversations with all that belongs to them, verified, at ${ROWS_PER_SECOND} rows a second or more`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-full-move-'));
  const server = await startPostgres();
  try {
    const { dataDir, file, web } = await playedSource(folder);
    cloneConversation(file, web, CONVERSATIONS);
    const url = await server.database();
    const started = performance.now();
    const running = runRelais(process.cwd(), ['--language', 'en', 'move', '--to', url], { RELAIS_DATA: dataDir, RELAIS_SECRET: '', NODE_OPTIONS: `--max-old-space-size=${MEMORY}` });
    const code = await running.ended;
    const seconds = (performance.now() - started) / 1000;
    const output = running.output();
    expect(code, output).toBe(0);
    const rows = Number(/Moved and verified: ([\d,]+) rows/.exec(output)?.[1]?.replaceAll(',', ''));
    const [[there] = []] = await ask(url, 'SELECT count(*)::int FROM "Conversation"');
    expect(there).toBe(CONVERSATIONS + 2);
    console.log(`${rows} rows (${Math.round(statSync(file).size / 1e6)} MB) in ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} rows/s, looking through and comparing included\n${output}`);
    expect(rows / seconds).toBeGreaterThan(ROWS_PER_SECOND);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
