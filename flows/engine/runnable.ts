import { assign, setup, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { ActionJson, CompiledFlow, GuardJson, MachineContext, StateJson, TransitionJson } from '@/flows/compiler/machine-json';
import { EngineFailure } from './engine-failure';
import type { MachineEvent, Turn } from './turn';
import { COLLECTED_ACTIONS } from './vocabulary/action';
import { keepAnswer } from './vocabulary/answers';
import { CHANGES } from './vocabulary/change';
import { guards } from './vocabulary/guard';

/** A compiled flow made ready to run. Building one takes milliseconds, running it microseconds: see runnable-cache. */
export interface Runnable {
  machine: AnyStateMachine;
  /** The machine resting in a state. Throws EngineFailure `state-missing` when the flow has no such state. */
  rest(value: string, context: MachineContext): AnyMachineSnapshot;
  /** Event that XState expects for a timer, and back; timer ids are `<state>:<milliseconds>`. */
  eventOfTimer(timerId: string): string | undefined;
  timerOfEvent(event: string): string | undefined;
}

export function createRunnable(compiled: CompiledFlow, iterations: number): Runnable {
  const machine = instantiate(compiled, iterations);
  const templates = new Map<string, AnyMachineSnapshot>();
  const events = new Map<string, string>();
  const timers = new Map<string, string>();
  for (const [state, { after = {} }] of Object.entries(compiled.machine.states)) {
    for (const ms of Object.keys(after)) {
      const event = `xstate.after.${ms}.${compiled.machine.id}.${state}`;
      events.set(`${state}:${ms}`, event);
      timers.set(event, `${state}:${ms}`);
    }
  }
  return {
    machine,
    eventOfTimer: (timerId) => events.get(timerId),
    timerOfEvent: (event) => timers.get(event),
    // resolveState() walks every state of the machine; one resolved snapshot per state serves as a template ever after.
    rest: (value, context) => {
      let template = templates.get(value);
      if (!template) {
        if (!Object.hasOwn(compiled.machine.states, value)) throw new EngineFailure('state-missing', `no state ${value} in flow ${compiled.ref}`);
        template = machine.resolveState({ value, context });
        templates.set(value, template);
      }
      return { ...template, context };
    },
  };
}

const KEEP_ANSWER = 'keep-answer';

/** XState 5.33 reads `options.maxIterations` from the config; its default is no limit at all. */
function instantiate(compiled: CompiledFlow, maxIterations: number): AnyStateMachine {
  const collected = Object.fromEntries(COLLECTED_ACTIONS.map((name) => [name, () => undefined]));
  const built = setup({
    types: {} as { context: MachineContext; events: MachineEvent },
    actions: { ...collected, ...changes },
    guards: Object.fromEntries(Object.keys(guards).map((name) => [name, guardCalled(name as GuardJson['type'])])),
  });
  // A machine from JSON has no static types; the walls of its vocabulary are checked by the compiler and by act().
  return built.createMachine({ ...compiled.machine, states: withKept(compiled.machine.states), options: { maxIterations } } as never) as unknown as AnyStateMachine;
}

/** To XState an action changes the context or is collected, never both: `take-answer`, which is both, becomes two. */
function withKept(states: Record<string, StateJson>): Record<string, StateJson> {
  if (!JSON.stringify(states).includes('"take-answer"')) return states;
  const list = (transitions: TransitionJson[]): TransitionJson[] =>
    transitions.map(({ actions, ...rest }) => ({
      ...rest,
      ...(actions && { actions: actions.flatMap((action) => (action.type === 'take-answer' ? [{ type: KEEP_ANSWER, params: action.params } as unknown as ActionJson, action] : [action])) }),
    }));
  const lists = (map: Record<string, TransitionJson[]>) => Object.fromEntries(Object.entries(map).map(([key, transitions]) => [key, list(transitions)]));
  return Object.fromEntries(
    Object.entries(states).map(([id, { on, after, always, ...rest }]) => [
      id,
      { ...rest, ...(on && { on: lists(on) }), ...(after && { after: lists(after) }), ...(always && { always: list(always) }) },
    ]),
  );
}

const changes = Object.fromEntries(
  Object.entries({ ...CHANGES, [KEEP_ANSWER]: keepAnswer }).map(([name, by]) => [name, changeCalled(by as (turn: Turn, context: MachineContext, params: unknown) => Partial<MachineContext>)]),
);

function changeCalled(by: (turn: Turn, context: MachineContext, params: unknown) => Partial<MachineContext>) {
  return assign<MachineContext, MachineEvent, unknown, MachineEvent, never>(({ context, event }, params) => {
    try {
      return by(event.turn, context, params);
    } catch (error) {
      event.turn.failure ??= asFailure(error);
      throw error;
    }
  });
}

function guardCalled(name: GuardJson['type']) {
  const check = guards[name] as (turn: MachineEvent['turn'], context: MachineContext, params: unknown) => boolean;
  return ({ context, event }: { context: MachineContext; event: MachineEvent }, params: unknown): boolean => {
    try {
      return check(event.turn, context, params);
    } catch (error) {
      event.turn.failure ??= asFailure(error);
      throw error;
    }
  };
}

function asFailure(error: unknown): EngineFailure {
  return error instanceof EngineFailure ? error : new EngineFailure('node-threw', error instanceof Error ? error.message : String(error));
}
