import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { Limits } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { defaultRegistry, type Registry } from '@/flows/nodes/registry';
import { scriptSchema, type Script } from './script';
import { Simulation } from './simulation';
import { SimulationError } from './simulation-error';
import type { Transcript } from './transcript';

export interface SimulateEnv {
  registry?: Registry;
  limits?: Limits;
}

/**
 * Plays a script through a flow. Throws SimulationError when the flow is not sound or an event of the script
 * cannot happen, ZodError when the script is not one.
 */
export function simulate(source: FlowDocument | CompiledFlow, script: Script, env: SimulateEnv = {}): Transcript {
  const { language, start, contact, events } = scriptSchema.parse(script);
  const facts = { contact: { name: null, email: null, phone: null, locale: language, ...contact } };
  const flow = 'machine' in source ? source : compiled(source, env.registry ?? defaultRegistry);
  const simulation = new Simulation(flow, Date.parse(start), language, { facts, limits: env.limits ?? DEFAULT_LIMITS });
  events.forEach((event, index) => {
    try {
      simulation.play(event);
    } catch (error) {
      if (!(error instanceof SimulationError)) throw error;
      throw new SimulationError(error.code, `event ${index + 1}: ${error.message}`, [], index);
    }
  });
  return simulation.transcript();
}

function compiled(document: FlowDocument, registry: Registry): CompiledFlow {
  const result = compile(document, { ref: 'draft', registry });
  if (result.ok) return result.flow;
  throw new SimulationError('not-sound', 'the flow has errors', result.diagnostics);
}
