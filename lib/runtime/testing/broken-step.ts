import { z } from 'zod';
import { defineNode } from '@/flows/nodes/define-node';
import { NODE_TYPES } from '@/flows/nodes/index';
import { createRegistry } from '@/flows/nodes/registry';

/**
 * For tests: every step type, and `broken`, whose machine throws when it runs: a message template of a shape no compiler
 * writes. Compiled while `isBroken` says no, it does nothing.
 */
export function registryWithBrokenStep(isBroken: () => boolean = () => true) {
  const broken = defineNode({
    type: 'broken',
    version: 1,
    family: 'act',
    data: z.strictObject({}),
    defaults: () => ({}),
    ports: () => [{ id: 'next', kind: 'exit', required: false, label: { key: 'next' } }],
    refs: () => [],
    migrations: [],
    compile: () => ({ entry: { do: isBroken() ? [{ type: 'send', params: { parts: null as never } }] : [], then: { exit: 'next', reason: 'next' } }, waits: {} }),
  });
  return createRegistry([...NODE_TYPES, broken]);
}
