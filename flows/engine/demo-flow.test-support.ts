import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { StepDeps } from './engine-types';
import { DEFAULT_LIMITS } from './limits';

const file = fileURLToPath(new URL('../library/customer-service.flow.json', import.meta.url));

export function demoFlow(): CompiledFlow {
  const result = compile(flowDocumentSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), { ref: 'demo', registry: defaultRegistry });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.flow;
}

export function depsFor(flow: CompiledFlow, change: Partial<StepDeps> = {}): StepDeps {
  return { now: 1_000_000, sessionId: 's', facts: { contact: { name: 'Claire' } }, flows: (ref) => (ref === flow.ref ? flow : undefined), limits: DEFAULT_LIMITS, ...change };
}
