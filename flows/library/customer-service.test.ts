import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '@/flows/compiler/compile';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { simulate } from '@/flows/simulator/simulate';
import { scriptSchema } from '@/flows/simulator/script';

const folder = fileURLToPath(new URL('.', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const document = flowDocumentSchema.parse(read('customer-service.flow.json'));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.script.json'))
  .map((name) => name.replace(/\.script\.json$/, ''));

describe('the customer service flow', () => {
  it('is sound, without a warning, on the demo workspace', () => {
    const references = { skills: ['delivery', 'refund', 'french', 'english'], queues: ['service'] };
    expect(compile(document, { ref: 'demo', registry: defaultRegistry, references })).toMatchObject({ ok: true, warnings: [] });
  });

  it('uses every step type a hand-over needs', () => {
    const used = new Set(Object.values(document.nodes).map(({ type }) => type));
    expect([...used].sort()).toEqual(['auto-reply', 'choices', 'close', 'hand-over', 'message', 'start']);
  });

  it('stands on the grid, left to right, with room for every card', () => {
    const places = Object.values(document.nodes).map(({ position }) => position);
    for (const { x, y } of places) expect([x % 14, y % 14]).toEqual([0, 0]);
    for (const a of places) {
      for (const b of places) {
        if (a === b) continue;
        expect(Math.abs(a.x - b.x) >= 280 || Math.abs(a.y - b.y) >= 210).toBe(true);
      }
    }
  });

  it('has at least five golden conversations', () => expect(cases.length).toBeGreaterThanOrEqual(5));

  // RELAIS_GOLDEN=write writes what is played now; read the difference before keeping it.
  it.each(cases)('%s', (name) => {
    const played = simulate(document, scriptSchema.parse(read(`${name}.script.json`)));
    const golden = `${name}.transcript.json`;
    if (process.env.RELAIS_GOLDEN === 'write') writeFileSync(`${folder}/${golden}`, `${JSON.stringify(played, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(played))).toEqual(read(golden));
  });
});
