import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defineNode } from '@/flows/nodes/define-node';
import { NODE_TYPES } from '@/flows/nodes/index';
import { createRegistry } from '@/flows/nodes/registry';
import { changedFlow, fixtureOf } from './broken-flow.test-support';
import { compile } from './compile';
import { describeDiagnostic } from './describe';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnostic-codes';
import en from './messages/en.json';
import fr from './messages/fr.json';

const folder = fileURLToPath(new URL('.', import.meta.url));
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
  const result = compile(document, { ref: 'x', registry, references: { skills: ['delivery'], queues: ['service'], calendars: ['service'], connections: [{ key: 'shop', own: true }], secrets: ['shop'] } });
  return result.ok ? result.warnings : result.diagnostics;
}

describe('diagnostics', () => {
  it('has a flow that compiles without a word', () => expect(diagnose(changedFlow([]))).toEqual([]));

  describe.each(codes)('%s', (code) => {
    const fixture = fixtureOf(code);

    it('is reported where the author has to act', () => {
      const found = diagnose(changedFlow(fixture.trigger)).filter((diagnostic) => diagnostic.code === code);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ ...fixture.where, severity: DIAGNOSTIC_CODES[code] });
    });

    it('is not reported by a near miss', () => {
      expect(diagnose(changedFlow(fixture.nearMiss)).map((diagnostic) => diagnostic.code)).not.toContain(code);
    });

    it('says what is wrong and what to do in both languages, with nothing left open', () => {
      const found = diagnose(changedFlow(fixture.trigger)).find((diagnostic) => diagnostic.code === code);
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
    const say = (code: DiagnosticCode, locale: string) => {
      const found = diagnose(changedFlow(fixtureOf(code).trigger)).find((diagnostic) => diagnostic.code === code);
      return found ? describeDiagnostic(found, locale).sentence : '';
    };
    expect(say('unlinked-port', 'fr')).toBe('Le client ne peut pas sortir de «\u202fAsk (fr)\u202f» par «\u202fsans réponse\u202f».');
    expect(say('missing-text', 'en')).toBe('“Button” of “Ask (fr)” has no text.');
    expect(say('missing-translation', 'fr-CA')).toContain('anglais');
  });

  it.each(['throws', 'action', 'guard', 'port', 'wait', 'delay', 'name'])('reports a step type with a fault: %s', (fault) => {
    const step = { id: 'say', type: 'planted', version: 1, title: {}, position: { x: 0, y: 0 }, data: { fault } };
    expect(diagnose(changedFlow([{ set: ['nodes', 'say'], to: step }]))).toContainEqual(expect.objectContaining({ code: 'node-compile-failed', node: 'say' }));
  });

  it('reports each of two circles once, and no step that only leads to one', () => {
    const say = (id: string) => ({ set: ['nodes', id], to: { ...changedFlow([]).nodes.say, id } });
    const link = (from: string, to: string) => ({ set: ['edges', `${from}/next`], to: { from, port: 'next', to } });
    const found = diagnose(changedFlow([say('p'), say('q'), say('r'), say('s'), link('p', 'q'), link('q', 'p'), link('r', 's'), link('s', 's'), link('say', 'p')]));
    expect(found.filter(({ code }) => code === 'endless-loop').map(({ node, params }) => [node, params.steps])).toEqual([['p', 2], ['s', 1]]);
  });
});
