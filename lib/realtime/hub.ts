import type { Committed } from '@/lib/runtime/runtime-types';

/** A flow's draft was saved. */
interface FlowSaved {
  kind: 'flow';
  workspaceId: string;
  flowId: string;
  revision: number;
  authorId: string;
}

/** What live views and widgets hear: facts after their commit, members whose rights changed, and typing, which is never stored. */
export type HubEvent =
  | Committed
  | FlowSaved
  | { kind: 'member'; workspaceId: string; userId: string }
  | { kind: 'typing'; conversationId: string; from: 'agent' | 'customer'; active: boolean };

export type Topic = `conversation:${string}` | `workspace:${string}`;

/** In-process fan-out. Several processes will put a bus behind the same two calls. */
export interface Hub {
  /** Returns the way out. */
  subscribe(topic: Topic, listener: (event: HubEvent) => void): () => void;
  publish(topic: Topic, event: HubEvent): void;
}

/** A hub whose listeners cannot hurt each other: one that throws is reported and the others still hear. */
export function createHub(onError: (error: unknown) => void): Hub {
  const topics = new Map<Topic, Set<(event: HubEvent) => void>>();
  return {
    subscribe(topic, listener) {
      // A fresh closure: the same function subscribed twice is heard twice and leaves once each.
      const entry = (event: HubEvent): void => listener(event);
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(entry));
      return () => {
        listeners.delete(entry);
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic);
      };
    },
    publish(topic, event) {
      for (const listener of [...(topics.get(topic) ?? [])]) {
        try {
          listener(event);
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}
