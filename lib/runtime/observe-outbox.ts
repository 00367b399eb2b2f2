import type { Clock } from '@/lib/clock';
import type { Instruments } from '@/lib/metrics/instruments';
import type { TurnStore } from '@/lib/store/turn-store';
import type { Handler } from './effects/handler';

interface Dispatched {
  store: TurnStore;
  /** By kind of effect. */
  handlers: Readonly<Record<string, Handler>>;
}

/** Whoever carries effects out and their store, telling of each attempt once its result is on disk. */
export function observeOutbox({ store, handlers }: Dispatched, instruments: Instruments, clock: Clock): Dispatched {
  const underway = new Map<string, { at: number; from: number }>();
  const name = ({ workspaceId, id }: { workspaceId: string; id: string }): string => `${workspaceId} ${id}`;
  const observed = (handler: Handler): Handler => ({
    ...handler,
    carryOut(item) {
      underway.set(name(item), { at: clock.now(), from: performance.now() });
      return handler.carryOut(item);
    },
  });
  return {
    handlers: Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, observed(handler)])),
    store: {
      ...store,
      async finishOutbox(item, result, now) {
        const began = underway.get(name(item));
        underway.delete(name(item));
        const took = began ? performance.now() - began.from : 0;
        await store.finishOutbox(item, result, now);
        // Put off before it was tried.
        if (result.kind === 'later') return;
        const { id, kind, attempts, payload } = item;
        const turn = typeof payload.turn === 'string' ? payload.turn : null;
        instruments.attempt({ turn, effect: id, kind, attempt: attempts, result: result.kind, at: began?.at ?? now, took });
      },
    },
  };
}
