import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { Calendar } from '@/flows/calendars/calendar';
import type { KnowledgeResult, Limits, SearchKnowledge } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { defaultRegistry, type Registry } from '@/flows/nodes/registry';
import { fixedCalendar } from './fixed-calendar';
import { scriptSchema, type Script } from './script';
import { Simulation } from './simulation';
import { SimulationError } from './simulation-error';
import type { Transcript } from './transcript';

export interface SimulateEnv {
  registry?: Registry;
  limits?: Limits;
  /** The articles; without them every search finds none, unless the script says what it finds. */
  knowledge?: SearchKnowledge;
  /** The workspace's calendars by key; the script's own stand over them. */
  calendars?: Readonly<Record<string, Calendar>>;
}

/**
 * Plays a script through a flow. Throws SimulationError when the flow is not sound or an event of the script
 * cannot happen, ZodError when the script is not one.
 */
export function simulate(source: FlowDocument | CompiledFlow, script: Script, env: SimulateEnv = {}): Transcript {
  const { language, start, contact, events, facts: given, variables, knowledge } = scriptSchema.parse(script);
  const flow = 'machine' in source ? source : compiled(source, env.registry ?? defaultRegistry);
  const facts = {
    contact: { name: null, email: null, phone: null, locale: language, ...contact },
    calendars: calendarFacts(flow, { ...env.calendars, ...given?.calendars }),
  };
  const simulation = new Simulation(flow, Date.parse(start), language, {
    facts,
    limits: env.limits ?? DEFAULT_LIMITS,
    variables: variables ?? {},
    search: searchBy(knowledge ?? {}, env.knowledge),
  });
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

/** A calendar for each one the flow reads. */
function calendarFacts(flow: CompiledFlow, given: Readonly<Record<string, Calendar | 'open' | 'closed'>>): Record<string, Calendar> {
  const keys = flow.facts.flatMap((fact) => (fact.startsWith('calendars.') ? [fact.slice('calendars.'.length)] : []));
  return Object.fromEntries(
    keys.map((key) => {
      const calendar = Object.hasOwn(given, key) ? given[key] : undefined;
      return [key, typeof calendar === 'object' ? calendar : fixedCalendar(key, calendar ?? 'open')];
    }),
  );
}

function searchBy(overrides: Readonly<Record<string, KnowledgeResult>>, knowledge: SearchKnowledge | undefined): SearchKnowledge {
  const none: KnowledgeResult = { outcome: 'none', candidates: [] };
  return (search) => {
    const said = Object.hasOwn(overrides, search.query) ? overrides[search.query] : overrides['*'];
    return said ?? knowledge?.(search) ?? none;
  };
}

function compiled(document: FlowDocument, registry: Registry): CompiledFlow {
  const result = compile(document, { ref: 'draft', registry });
  if (result.ok) return result.flow;
  throw new SimulationError('not-sound', 'the flow has errors', result.diagnostics);
}
