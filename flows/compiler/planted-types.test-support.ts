import { z } from 'zod';
import type { FlowDocument, FlowEdge, FlowNode } from '@/flows/document/flow-document';
import { jsonSchema, type JsonObject } from '@/flows/document/json';
import { defineNode, type Port } from '@/flows/nodes/define-node';
import { NODE_TYPES } from '@/flows/nodes/index';
import { createRegistry } from '@/flows/nodes/registry';

const exit = (id: string): Port => ({ id, kind: 'exit', required: true, label: { key: id } });
const common = { version: 1, refs: () => [], migrations: [] };

/** Goes by `yes` when an expression holds, else by `no`. */
const condition = defineNode({
  ...common,
  type: 'when',
  family: 'think',
  data: z.strictObject({ source: z.string() }),
  defaults: () => ({ source: 'true' }),
  ports: () => [exit('yes'), exit('no')],
  compile: ({ data }) => ({
    entry: {
      do: [],
      then: {
        branch: [{ when: { type: 'expression', params: { source: data.source } }, plan: { do: [], then: { exit: 'yes', reason: 'held' } } }],
        otherwise: { do: [], then: { exit: 'no', reason: 'did-not-hold' } },
      },
    },
    waits: {},
  }),
});

/** Gives a variable a value. */
const set = defineNode({
  ...common,
  type: 'set',
  family: 'act',
  data: z.strictObject({ variable: z.string(), value: jsonSchema }),
  defaults: () => ({ variable: 'x', value: 1 }),
  ports: () => [exit('next')],
  compile: ({ data }) => ({ entry: { do: [{ type: 'assign', params: data }], then: { exit: 'next', reason: 'set' } }, waits: {} }),
});

/** Counts, then goes by `few` while the counter is below a limit: writes and reads within one step. */
const tally = defineNode({
  ...common,
  type: 'tally',
  family: 'act',
  data: z.strictObject({ counter: z.string(), limit: z.number() }),
  defaults: () => ({ counter: 'c', limit: 2 }),
  ports: () => [exit('few'), exit('many')],
  compile: ({ data }) => ({
    entry: {
      do: [{ type: 'count', params: { counter: data.counter } }],
      then: {
        branch: [{ when: { type: 'counter-below', params: data }, plan: { do: [], then: { exit: 'few', reason: 'few' } } }],
        otherwise: { do: [], then: { exit: 'many', reason: 'many' } },
      },
    },
    waits: {},
  }),
});

/** Rests until the customer writes. */
const listen = defineNode({
  ...common,
  type: 'listen',
  family: 'talk',
  data: z.strictObject({}),
  defaults: () => ({}),
  ports: () => [exit('next')],
  compile: () => ({
    entry: { do: [], then: { wait: 'ear' } },
    waits: { ear: { for: 'customer', on: { 'message.received': { do: [], then: { exit: 'next', reason: 'heard' } } } } },
  }),
});

export const plantedRegistry = createRegistry([...NODE_TYPES, condition, set, tally, listen]);

/** A document from `[id, type, data, { port: target }]`. */
export function flowOf(rows: [id: string, type: string, data: JsonObject, links: Record<string, string>][]): FlowDocument {
  const nodes: Record<string, FlowNode> = {};
  const edges: Record<string, FlowEdge> = {};
  for (const [id, type, data, links] of rows) {
    nodes[id] = { id, type, version: 1, title: { en: id }, position: { x: 0, y: 0 }, data };
    for (const [port, to] of Object.entries(links)) edges[`${id}/${port}`] = { from: id, port, to };
  }
  return { format: 1, name: 'test', languages: ['en'], triggers: [], listeners: [], variables: [], nodes, edges };
}
