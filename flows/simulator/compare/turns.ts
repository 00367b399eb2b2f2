import type { NodeId } from '@/flows/document/flow-document';
import type { JsonObject } from '@/flows/document/json';
import type { Effect, TraceEntry } from '@/flows/engine/engine-types';
import type { Transcript, TranscriptEntry } from '../transcript';
import type { Said, SetTimer, TurnCause } from './difference';

/** All that came of one cause. A search that is answered at once belongs to the turn that searched; what a service answers is a cause. */
export interface TranscriptTurn {
  cause: TurnCause;
  trace: TraceEntry[];
  said: Said[];
  /** Variables with another value after the turn, with that value. */
  changed: JsonObject;
  /** What was decided beside messages and timers, which are told above and below. */
  effects: Effect[];
  /** Timers it started. */
  timers: SetTimer[];
}

const TOLD_ELSEWHERE: ReadonlySet<string> = new Set<Effect['kind']>(['message.send', 'timer.set', 'timer.cancel']);

/** A transcript cut into turns. */
export function turnsOf(transcript: Transcript): TranscriptTurn[] {
  const turns: TranscriptTurn[] = [];
  const effects = effectsByStep(transcript);
  let step = 0;
  let asked = false;
  for (const entry of transcript.entries) {
    const answered = entry.event === 'effect.succeeded' || entry.event === 'effect.failed';
    const begins = turns.length === 0 || (isCause(entry) && (!answered || asked));
    if (entry.event === 'http.request') asked = true;
    else if (answered) asked = false;
    if (begins) turns.push(begun(entry));
    const turn = turns.at(-1) ?? begun(entry);
    if (!begins) turn.said.push(saidBy(entry, turn.cause.at));
    Object.assign(turn.changed, entry.changed);
    turn.trace.push(...(entry.trace ?? []));
    // Each entry with a trace is one step of the engine; those an agent hears alone are none.
    if (entry.trace === undefined) continue;
    step += 1;
    const decided = effects.get(step) ?? [];
    turn.effects.push(...decided.filter(({ kind }) => !TOLD_ELSEWHERE.has(kind)));
    for (const effect of decided) if (effect.kind === 'timer.set') turn.timers.push({ node: stepOfTimer(effect.timerId), at: new Date(effect.fireAt).toISOString() });
  }
  return turns;
}

function isCause({ trace, from, event }: TranscriptEntry): boolean {
  return trace !== undefined || from === 'customer' || from === 'agent' || event === 'trigger-not-begun';
}

function begun({ at, from, text, event }: TranscriptEntry): TranscriptTurn {
  const cause: TurnCause = { at, from, ...(text === undefined ? {} : { text }), ...(event === undefined ? {} : { event }) };
  return { cause, trace: [], said: [], changed: {}, effects: [], timers: [] };
}

function saidBy({ at, from, text, options, event }: TranscriptEntry, turnAt: string): Said {
  return {
    from,
    ...(at === turnAt ? {} : { at }),
    ...(text === undefined ? {} : { text }),
    ...(options ? { buttons: options.map(({ label }) => label) } : {}),
    ...(event === undefined ? {} : { event }),
  };
}

/** Effects by the number of the engine's step that decided them, which their ids tell. */
function effectsByStep({ effects }: Transcript): Map<number, Effect[]> {
  const steps = new Map<number, Effect[]>();
  for (const effect of effects) {
    const number = Number(effect.id.split(':').at(-2));
    steps.set(number, [...(steps.get(number) ?? []), effect]);
  }
  return steps;
}

/** A timer's id is `<step>/<wait>:<milliseconds>`; how the wait is called inside the step is nobody's business. */
export function stepOfTimer(timerId: string): NodeId {
  return timerId.split('/')[0] ?? timerId;
}
