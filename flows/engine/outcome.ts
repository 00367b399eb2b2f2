import type { NodeId } from '@/flows/document/flow-document';
import { EngineFailure } from './engine-failure';
import type { Effect, EffectId, Instant, TraceEntry } from './engine-types';

/** An effect before it has its id. */
export type EffectBody = Effect extends infer E ? (E extends Effect ? Omit<E, 'id'> : never) : never;

/** What one turn has done so far. Lives for one call of `step()` and is never seen outside it. */
export class Outcome {
  readonly effects: Effect[] = [];
  readonly trace: TraceEntry[] = [];
  /** The step that acts: the one rested in, then each one entered. */
  node: NodeId | undefined;
  /** Live generation by timer id. */
  readonly timers: Map<string, number>;
  handoff: EffectId | null;
  awaited: EffectId | null;

  constructor(
    private readonly turn: { sessionId: string; seq: number; now: Instant; effectLimit: number; effectsBefore: number },
    before: { timers: Record<string, number>; handoff: EffectId | null; awaited: EffectId | null; node: NodeId | undefined },
  ) {
    this.timers = new Map(Object.entries(before.timers));
    this.handoff = before.handoff;
    this.awaited = before.awaited;
    this.node = before.node;
  }

  /** Throws EngineFailure beyond the limit of one turn. */
  emit(body: EffectBody): EffectId {
    const index = this.turn.effectsBefore + this.effects.length;
    if (index >= this.turn.effectLimit) {
      throw new EngineFailure('limit-exceeded', `more than ${this.turn.effectLimit} effects in one turn`, this.node);
    }
    const id = `${this.turn.sessionId}:${this.turn.seq}:${index}`;
    this.effects.push({ id, ...body } as Effect);
    return id;
  }

  /** The turn's number is the generation: a state entered again in the same turn has its timer set anew with it. */
  setTimer(timerId: string, delay: number): void {
    this.timers.set(timerId, this.turn.seq);
    this.emit({ kind: 'timer.set', timerId, generation: this.turn.seq, fireAt: this.turn.now + delay });
  }

  /** XState cancels every timer of a state it leaves, also one that has fired: only a live one is worth an effect. */
  cancelTimer(timerId: string): void {
    if (this.timers.delete(timerId)) this.emit({ kind: 'timer.cancel', timerId });
  }
}
