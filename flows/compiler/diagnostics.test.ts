import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import { defineNode } from '@/flows/nodes/define-node';
import { NODE_TYPES } from '@/flows/nodes/index';
import { createRegistry } from '@/flows/nodes/registry';
import { compile } from './compile';
import { describeDiagnostic } from './describe';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnostic-codes';
import en from './messages/en.json';
import fr from './messages/fr.json';

type Path = (string | number)[];
type Change = { set: Path; to: unknown } | { remove: Path };
interface Fixture {
  trigger: Change[];
  nearMiss: Change[];
  where: { node?: string; port?: string; path?: Path };
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const base: unknown = JSON.parse(readFileSync(`${folder}/fixtures/base.flow.json`, 'utf8'));
const codes = Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[];

/** A step that goes on at once, or has one of the faults a type's author could plant. */
const planted = defineNode({
  type: 'planted',
  version: 1,
  family: 'act',
  data: z.strictObject({ fault: z.enum(['none', 'throws', 'action', 'guard', 'port', 'wait', 'delay', 'name']) }),
  defaults: () => ({ fault: 'none' as const }),
  ports: () => [{ id: 'next', kind: 'exit', required: true, label: { key: 'next' } }],
  refs: () => [],
  migrations: [],
  compile: ({ data: { fault } }) => {
    if (fault === 'throws') throw new Error('out of order');
    const go = { exit: fault === 'port' ? 'elsewhere' : 'next', reason: 'next' };
    const odd = { type: 'launch', params: {} } as never;
    return {
      entry: {
        do: fault === 'action' ? [odd] : [],
        then:
          fault === 'guard'
            ? { branch: [{ when: { type: 'all', params: { of: [odd] } }, plan: { do: [], then: go } }], otherwise: { do: [], then: go } }
            : fault === 'wait'
              ? { wait: 'nowhere' }
              : go,
      },
      waits: {
        ...(fault === 'name' ? { join: { for: 'customer', on: {} } } : {}),
        ...(fault === 'delay' ? { rest: { for: 'customer', on: {}, after: [{ ms: 0.5, plan: { do: [], then: go } }] } } : {}),
      },
    };
  },
});
const registry = createRegistry([...NODE_TYPES, planted]);

function diagnose(document: FlowDocument) {
  const result = compile(document, { ref: 'x', registry, references: { skills: ['delivery'], queues: ['service'], calendars: ['service'] } });
  return result.ok ? result.warnings : result.diagnostics;
}

function changed(changes: Change[]): FlowDocument {
  const document = structuredClone(base) as Record<string, unknown>;
  for (const change of changes) {
    const path = 'set' in change ? change.set : change.remove;
    const owner = path.slice(0, -1).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document) as Record<string, unknown>;
    const key = String(path.at(-1));
    if ('set' in change) owner[key] = change.to;
    else Reflect.deleteProperty(owner, key);
  }
  return flowDocumentSchema.parse(document);
}

describe('diagnostics', () => {
  it('has a flow that compiles without a word', () => expect(diagnose(changed([]))).toEqual([]));

  describe.each(codes)('%s', (code) => {
    const fixture = JSON.parse(readFileSync(`${folder}/fixtures/${code}.json`, 'utf8')) as Fixture;

    it('is reported where the author has to act', () => {
      const found = diagnose(changed(fixture.trigger)).filter((diagnostic) => diagnostic.code === code);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ ...fixture.where, severity: DIAGNOSTIC_CODES[code] });
    });

    it('is not reported by a near miss', () => {
      expect(diagnose(changed(fixture.nearMiss)).map((diagnostic) => diagnostic.code)).not.toContain(code);
    });

    it('says what is wrong and what to do in both languages, with nothing left open', () => {
      const found = diagnose(changed(fixture.trigger)).find((diagnostic) => diagnostic.code === code);
      const words = (['en', 'fr'] as const).map((locale) => found && describeDiagnostic(found, locale));
      for (const said of words) {
        expect(said?.sentence).toMatch(/\.$/);
        expect(said?.fix).toMatch(/\.$/);
        expect(`${said?.sentence} ${said?.fix}`).not.toMatch(/[{}]|undefined|“”|«\u202f\u202f»/);
      }
      expect(words[0]?.sentence).not.toBe(words[1]?.sentence);
    });

    it('has a page', () => expect(existsSync(`${folder}/../../docs/errors/${code}.md`)).toBe(true));
  });

  it('has words for exactly its codes', () => {
    expect(Object.keys(en.diagnostics).sort()).toEqual([...codes].sort());
    expect(Object.keys(fr.diagnostics).sort()).toEqual([...codes].sort());
  });

  it('names the port and the field as the reader sees them', () => {
    const read = (code: DiagnosticCode) => JSON.parse(readFileSync(`${folder}/fixtures/${code}.json`, 'utf8')) as Fixture;
    const say = (code: DiagnosticCode, locale: string) => {
      const found = diagnose(changed(read(code).trigger)).find((diagnostic) => diagnostic.code === code);
      return found ? describeDiagnostic(found, locale).sentence : '';
    };
    expect(say('unlinked-port', 'fr')).toBe('Le client ne peut pas sortir de «\u202fAsk (fr)\u202f» par «\u202fsans réponse\u202f».');
    expect(say('missing-text', 'en')).toBe('“Button” of “Ask (fr)” has no text.');
    expect(say('missing-translation', 'fr-CA')).toContain('anglais');
  });

  it.each(['throws', 'action', 'guard', 'port', 'wait', 'delay', 'name'])('reports a step type with a fault: %s', (fault) => {
    const step = { id: 'say', type: 'planted', version: 1, title: {}, position: { x: 0, y: 0 }, data: { fault } };
    expect(diagnose(changed([{ set: ['nodes', 'say'], to: step }]))).toContainEqual(expect.objectContaining({ code: 'node-compile-failed', node: 'say' }));
  });

  it('reports each of two circles once, and no step that only leads to one', () => {
    const say = (id: string) => ({ set: ['nodes', id], to: { ...changed([]).nodes.say, id } });
    const link = (from: string, to: string) => ({ set: ['edges', `${from}/next`], to: { from, port: 'next', to } });
    const found = diagnose(changed([say('p'), say('q'), say('r'), say('s'), link('p', 'q'), link('q', 'p'), link('r', 's'), link('s', 's'), link('say', 'p')]));
    expect(found.filter(({ code }) => code === 'endless-loop').map(({ node, params }) => [node, params.steps])).toEqual([['p', 2], ['s', 1]]);
  });
});
