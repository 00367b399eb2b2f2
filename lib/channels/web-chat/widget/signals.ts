import type { WireReceipts, WireState } from '../wire';
import type { Client } from './client';

/** What she does without a word: writing, receiving, reading. Lost ones are not repeated; the next one says more. */
export interface Signals {
  typing(active: boolean, owner: WireState['owner']): void;
  /** Messages came this far. Told a moment later, so that a burst of them is told once. */
  reached(upTo: () => { delivered: number; read: number }): void;
  /** The server knows this much already, from another tab perhaps. */
  known(receipts: Pick<WireReceipts, 'delivered' | 'read'>): void;
  reset(): void;
}

const TOGETHER_MS = 250;
const TYPING_EVERY_MS = 3000;

export function createSignals(client: Client, token: () => string | null): Signals {
  let told = { delivered: 0, read: 0 };
  let timer = 0;
  let typedAt = 0;

  return {
    typing(active, owner) {
      const visitor = token();
      const now = Date.now();
      // The assistant does not watch her write; a person does.
      if (visitor === null || (owner !== 'agent' && owner !== 'queued')) return;
      if (active ? now - typedAt < TYPING_EVERY_MS : typedAt === 0) return;
      typedAt = active ? now : 0;
      client.typing(visitor, active).catch(() => undefined);
    },
    reached(upTo) {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const next = upTo();
        const visitor = token();
        if (visitor === null || (next.delivered <= told.delivered && next.read <= told.read)) return;
        told = next;
        client.receipts(visitor, next).catch(() => undefined);
      }, TOGETHER_MS);
    },
    known({ delivered, read }) {
      told = { delivered: Math.max(told.delivered, delivered), read: Math.max(told.read, read) };
    },
    reset() {
      told = { delivered: 0, read: 0 };
    },
  };
}
