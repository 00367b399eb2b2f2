import { transition } from 'xstate';
import type { CompiledFlow, MachineContext } from '@/flows/compiler/machine-json';
import { EngineFailure } from './engine-failure';
import { contactValues } from './contact-values';
import type { EngineEvent, Facts, Frame, SessionState, StepDeps, StepResult, TraceEntry } from './engine-types';
import { Outcome } from './outcome';
import type { Runnable } from './runnable';
import { runnable } from './runnable-cache';
import type { MachineEvent, Turn } from './turn';
import { act } from './vocabulary/action';

/**
 * One turn: the same state, event and deps always give the same result. Never throws; what goes wrong is a session
 * that has failed, with the reason in the trace and no effects but the end of its timers.
 */
export function step(state: SessionState, event: EngineEvent, deps: StepDeps): StepResult {
  const trace: TraceEntry[] = [];
  try {
    return withHeld(take(state, event, deps, trace), event, deps, trace);
  } catch (error) {
    return failed(state, error, deps, trace);
  }
}

/** What the customer wrote while a result was waited for is heard once no result is waited for any more, as one message. */
function withHeld(before: StepResult, event: EngineEvent, deps: StepDeps, trace: TraceEntry[]): StepResult {
  const { state } = before;
  const frame = state.frames.at(-1);
  const answers = event.type === 'effect.succeeded' || event.type === 'effect.failed';
  if (!answers || !frame?.context.held || state.awaited || state.status !== 'active') return before;
  const { held, ...context } = frame.context;
  trace.push(...before.trace);
  // The same turn goes on: its number stays, and its effects are counted on.
  const resumed = { ...state, seq: state.seq - 1, frames: [...state.frames.slice(0, -1), { ...frame, context }] };
  const after = take(resumed, { type: 'message.received', message: held }, deps, trace, before.effects.length);
  return { state: after.state, effects: [...before.effects, ...after.effects], trace: [...before.trace, ...after.trace] };
}

function take(state: SessionState, event: EngineEvent, deps: StepDeps, trace: TraceEntry[], effectsBefore = 0): StepResult {
  const seq = state.seq + 1;
  const ignored = (why: Extract<TraceEntry, { kind: 'ignored' }>['why']): StepResult => ({
    state: { ...state, seq },
    effects: [],
    trace: [{ kind: 'ignored', event: event.type, why }],
  });
  if (state.status !== 'active') return ignored('session-over');
  if (event.type === 'timer.fired' && state.timers[event.timerId] !== event.generation) return ignored('stale-timer');
  if (event.type === 'handoff.unavailable' && event.effectId !== state.handoff) return ignored('stale-effect');
  const answers = event.type === 'effect.succeeded' || event.type === 'effect.failed';
  if (answers && event.effectId !== state.awaited) return ignored('stale-effect');

  const { frame, compiled } = currentFrame(state, deps);
  const ready = runnable(compiled, deps.limits.iterations);
  const turn: Turn = {
    message: 'message' in event ? event.message : undefined,
    result: 'result' in event ? event.result : undefined,
    now: deps.now,
    facts: deps.facts,
    languages: compiled.languages,
    limits: deps.limits,
  };
  const machineEvent = translate(event, ready, turn);
  const begins = event.type === 'session.started' && frame.value === compiled.machine.initial;
  const context = begins ? started(frame.context, event, compiled, deps.facts) : frame.context;
  const resting = ready.rest(frame.value, context);
  const [next, actions] = run(ready, resting, machineEvent);
  // The very same snapshot also comes back from a state that is left and entered again without a change.
  if (next === resting && actions.length === 0 && !resting.can(machineEvent)) return ignored('unexpected-event');

  const outcome = new Outcome(
    { sessionId: deps.sessionId, seq, now: deps.now, effectLimit: deps.limits.effects, effectsBefore },
    { timers: state.timers, handoff: state.handoff, awaited: answers ? null : (state.awaited ?? null), node: compiled.sourceMap[frame.value] },
  );
  if (event.type === 'timer.fired') outcome.timers.delete(event.timerId);
  if (event.type === 'agent.joined') outcome.handoff = null;
  try {
    for (const action of actions) perform(action, outcome, turn, ready);
  } catch (error) {
    trace.push(...outcome.trace);
    throw error instanceof EngineFailure ? error : new EngineFailure('node-threw', messageOf(error), outcome.node);
  }

  const done = next.status === 'done';
  const frames = [...state.frames.slice(0, -1), { flow: frame.flow, value: String(next.value), context: next.context as MachineContext }];
  return {
    state: {
      ...state,
      frames,
      seq,
      status: done ? 'done' : 'active',
      timers: Object.fromEntries(outcome.timers),
      handoff: done ? null : outcome.handoff,
      awaited: done ? null : outcome.awaited,
    },
    effects: outcome.effects,
    trace: outcome.trace,
  };
}

function currentFrame(state: SessionState, deps: StepDeps): { frame: Frame; compiled: CompiledFlow } {
  const frame = state.frames.at(-1);
  if (!frame) throw new EngineFailure('state-missing', 'the session has no frame');
  const compiled = deps.flows(frame.flow);
  if (!compiled) throw new EngineFailure('flow-missing', `no flow ${frame.flow}`);
  return { frame, compiled };
}

function translate(event: EngineEvent, ready: Runnable, turn: Turn): MachineEvent {
  if (event.type !== 'timer.fired') return { type: event.type, turn };
  // A live timer belongs to a state of this flow; without an event of XState's it fires into nothing and is ignored.
  return { type: ready.eventOfTimer(event.timerId) ?? event.type, turn };
}

function started(context: MachineContext, event: Extract<EngineEvent, { type: 'session.started' }>, { contactVariables = {} }: CompiledFlow, facts: Facts): MachineContext {
  const known = contactValues(contactVariables, facts);
  return { ...context, language: event.language, variables: { ...context.variables, ...known, ...event.input } };
}

function run(ready: Runnable, resting: ReturnType<Runnable['rest']>, event: MachineEvent): ReturnType<typeof transition> {
  try {
    return transition(ready.machine, resting, event);
  } catch (error) {
    if (event.turn.failure) throw event.turn.failure;
    const detail = messageOf(error);
    throw new EngineFailure(detail.startsWith('Infinite loop detected') ? 'limit-exceeded' : 'node-threw', detail);
  }
}

function perform(action: ReturnType<typeof transition>[1][number], outcome: Outcome, turn: Turn, ready: Runnable): void {
  // XState keeps its own actions' params private; only these two are ever collected from a machine of ours.
  const params = action.params as { event?: { type: string }; delay?: number; sendId?: unknown } | string | undefined;
  if (action.type === 'xstate.raise' && typeof params === 'object') {
    const timerId = ready.timerOfEvent(params.event?.type ?? '');
    if (timerId !== undefined) outcome.setTimer(timerId, params.delay ?? 0);
    return;
  }
  if (action.type === 'xstate.cancel') {
    const timerId = ready.timerOfEvent(String(typeof params === 'object' ? params.sendId : params));
    if (timerId !== undefined) outcome.cancelTimer(timerId);
    return;
  }
  act(outcome, turn, action.info.context as MachineContext, action);
}

function failed(state: SessionState, error: unknown, deps: StepDeps, trace: TraceEntry[]): StepResult {
  const seq = state.seq + 1;
  const failure = error instanceof EngineFailure ? error : new EngineFailure('node-threw', messageOf(error));
  const node = failure.node ?? nodeOf(state, deps);
  return {
    state: { ...state, seq, status: 'failed', timers: {}, handoff: null, awaited: null },
    effects: Object.keys(state.timers)
      .sort()
      .map((timerId, index) => ({ id: `${deps.sessionId}:${seq}:${index}`, kind: 'timer.cancel', timerId })),
    trace: [...trace, { kind: 'failed', code: failure.code, detail: failure.message, ...(node === undefined ? {} : { node }) }],
  };
}

/** The step the session rested in, when it can still be told. */
function nodeOf(state: SessionState, deps: StepDeps): string | undefined {
  try {
    const frame = state.frames.at(-1);
    return frame && deps.flows(frame.flow)?.sourceMap[frame.value];
  } catch {
    return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
