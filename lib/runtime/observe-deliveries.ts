import type { Clock } from '@/lib/clock';
import type { Instruments, TurnOutcome } from '@/lib/metrics/instruments';
import { turnId } from '@/lib/metrics/turn-id';
import type { TurnInput, TurnWrites } from '@/lib/store/turn-records';
import type { TurnProgram, TurnStore } from '@/lib/store/turn-store';
import type { ConversationKey } from './runtime-types';

/** A turn as it was played last; one that is rolled back is played again under the same sequence. */
interface Played {
  input: TurnInput;
  writes: TurnWrites;
  quarantined: boolean;
}

/** The store, telling of each turn once its commit is on disk. */
export function observeDeliveries(store: TurnStore, instruments: Instruments, clock: Clock): TurnStore {
  async function observed<T>(key: ConversationKey, program: TurnProgram, run: (program: TurnProgram) => Promise<T>): Promise<T> {
    const at = clock.now();
    const from = performance.now();
    const played = new Map<number, Played>();
    const note = (input: TurnInput, writes: TurnWrites, quarantined: boolean): TurnWrites => {
      played.set(input.seq, { input, writes, quarantined });
      return writes;
    };
    const result = await run({
      ...program,
      turn: (input) => note(input, program.turn(input), false),
      failed: (input, error) => note(input, program.failed(input, error), true),
    });
    const took = performance.now() - from;
    for (const turn of played.values()) tell(key, turn, at, took);
    return result;
  }

  function tell({ workspaceId, conversationId }: ConversationKey, { input, writes, quarantined }: Played, at: number, took: number): void {
    const { event, session } = input;
    instruments.turn({
      workspaceId,
      conversationId,
      turn: turnId(input.key, event.key),
      event: event.type,
      outcome: quarantined ? 'quarantined' : done(writes),
      flowVersion: (writes.session ?? session)?.flowVersionId ?? null,
      effects: writes.outbox.map(({ id }) => id),
      at,
      took,
    });
    if (event.type === 'timer.due') instruments.timer(input.now - event.fireAt);
  }

  return {
    ...store,
    async deliver(key, event, program) {
      const at = clock.now();
      const from = performance.now();
      const delivered = await observed(key, program, (noting) => store.deliver(key, event, noting));
      if (delivered.receipt.duplicate) {
        instruments.turn({ ...key, turn: turnId(key, event.key), event: event.type, outcome: 'duplicate', flowVersion: null, effects: [], at, took: performance.now() - from });
      }
      return delivered;
    },
    drain: (key, program) => observed(key, program, (noting) => store.drain(key, noting)),
  };
}

function done({ outcome }: TurnWrites): TurnOutcome {
  return outcome.ok ? 'done' : 'refused';
}
