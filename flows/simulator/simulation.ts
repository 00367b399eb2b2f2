import type { Calendar } from '@/flows/calendars/calendar';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { Limits, SearchKnowledge } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { startState } from '@/flows/engine/start-state';
import { fixedCalendar } from './fixed-calendar';
import { playEvent } from './play-event';
import type { ScriptEvent, ScriptSetting } from './script';
import { SimulationError } from './simulation-error';
import type { SimulationState } from './simulation-state';

/** What surrounds a simulated conversation and does not change with it. */
export interface SimulationEnv {
  limits?: Limits;
  /** The articles; without them every search finds none, unless the script says what it finds. */
  knowledge?: SearchKnowledge;
  /** The workspace's calendars by key; the script's own stand over them. */
  calendars?: Readonly<Record<string, Calendar>>;
}

/** A conversation under a virtual clock, with the way back to each of its moments. */
export interface Simulation {
  readonly flow: CompiledFlow;
  readonly setting: ScriptSetting;
  readonly env: SimulationEnv;
  readonly events: readonly ScriptEvent[];
  /** As it was before the first event, then after each. */
  readonly states: readonly [SimulationState, ...SimulationState[]];
}

/** A conversation that has not begun. */
export function openSimulation(flow: CompiledFlow, setting: ScriptSetting, env: SimulationEnv = {}): Simulation {
  const { language, start, contact, facts } = setting;
  const state: SimulationState = {
    now: Date.parse(start),
    session: startState(flow.ref, flow, { rng: 1, language }),
    entries: [],
    effects: [],
    path: [],
    timers: [],
    shown: [],
    messages: 0,
    agent: null,
    language,
    contact: { name: null, email: null, phone: null, locale: language, attributes: {}, ...contact },
    calendars: calendarsRead(flow, { ...env.calendars, ...facts?.calendars }),
    staffing: facts?.staffing ?? 'by-hand',
    found: {},
  };
  return { flow, setting, env, events: [], states: [state] };
}

/** The conversation after one more event. Throws SimulationError when it cannot happen here. */
export function playNext(simulation: Simulation, event: ScriptEvent): Simulation {
  const { flow, setting, env, events, states } = simulation;
  const next = playEvent(currentState(simulation), event, {
    flow,
    variables: setting.variables ?? {},
    limits: env.limits ?? DEFAULT_LIMITS,
    said: setting.knowledge ?? {},
    knowledge: env.knowledge,
    hours: calendarsRead(flow, { ...env.calendars, ...wholeOnes(setting) }),
  });
  return { ...simulation, events: [...events, event], states: [...states, next] };
}

/** Plays events one after the other. Throws SimulationError with the number of the one that cannot happen. */
export function playAll(simulation: Simulation, events: readonly ScriptEvent[]): Simulation {
  const { simulation: reached, stopped } = playFar(simulation, events);
  if (stopped) throw stopped;
  return reached;
}

/** Plays events as far as they can happen; `stopped` is the refusal of the first that cannot. */
export function playFar(simulation: Simulation, events: readonly ScriptEvent[]): { simulation: Simulation; stopped: SimulationError | null } {
  let reached = simulation;
  try {
    for (const event of events) reached = playNext(reached, event);
    return { simulation: reached, stopped: null };
  } catch (error) {
    if (!(error instanceof SimulationError)) throw error;
    const index = reached.events.length - simulation.events.length;
    return { simulation: reached, stopped: new SimulationError(error.code, `event ${index + 1}: ${error.message}`, [], index) };
  }
}

/** The conversation as it was before its last event: clock, timers, facts and all. */
export function stepBack(simulation: Simulation): Simulation {
  const [first, ...later] = simulation.states;
  return { ...simulation, events: simulation.events.slice(0, -1), states: [first, ...later.slice(0, -1)] };
}

export function currentState({ states }: Simulation): SimulationState {
  return states.at(-1) ?? states[0];
}

/** A calendar for each one the flow reads; what nobody knows is open. */
function calendarsRead({ facts }: CompiledFlow, given: Readonly<Record<string, Calendar | 'open' | 'closed'>>): Record<string, Calendar> {
  return Object.fromEntries(
    facts.flatMap((fact) => {
      if (!fact.startsWith('calendars.')) return [];
      const key = fact.slice('calendars.'.length);
      const calendar = Object.hasOwn(given, key) ? given[key] : undefined;
      return [[key, typeof calendar === 'object' ? calendar : fixedCalendar(key, calendar ?? 'open')]];
    }),
  );
}

/** The script's own calendars that have hours. */
function wholeOnes({ facts }: ScriptSetting): Record<string, Calendar> {
  return Object.fromEntries(Object.entries(facts?.calendars ?? {}).flatMap(([key, calendar]) => (typeof calendar === 'object' ? [[key, calendar]] : [])));
}
