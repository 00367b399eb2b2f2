import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry, type Registry } from '@/flows/nodes/registry';
import { scriptSchema, type Script } from './script';
import { currentState, openSimulation, playAll, type SimulationEnv } from './simulation';
import { SimulationError } from './simulation-error';
import type { Transcript } from './transcript';
import { transcriptOf } from './transcript-of';

export interface SimulateEnv extends SimulationEnv {
  registry?: Registry;
}

/**
 * Plays a script through a flow. Throws SimulationError when the flow is not sound or an event of the script
 * cannot happen, ZodError when the script is not one.
 */
export function simulate(source: FlowDocument | CompiledFlow, script: Script, { registry = defaultRegistry, ...env }: SimulateEnv = {}): Transcript {
  const { events, ...setting } = scriptSchema.parse(script);
  const flow = 'machine' in source ? source : compiled(source, registry);
  return transcriptOf(currentState(playAll(openSimulation(flow, setting, env), events)));
}

function compiled(document: FlowDocument, registry: Registry): CompiledFlow {
  const result = compile(document, { ref: 'draft', registry });
  if (result.ok) return result.flow;
  throw new SimulationError('not-sound', 'the flow has errors', result.diagnostics);
}
