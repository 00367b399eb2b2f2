import type { Committed, ConversationKey } from '@/lib/runtime/runtime-types';

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
  /** A visitor's first message made her conversation. */
  | ({ kind: 'opened' } & ConversationKey)
  /** Something happened under this topic that was not told: read again. */
  | { kind: 'missed' }
  | { kind: 'typing'; conversationId: string; from: 'agent' | 'customer'; active: boolean };

export type Topic = `conversation:${string}` | `workspace:${string}` | `visitor:${string}`;

/** A visitor of one connection only: another workspace may know a customer by the same id. */
export function visitorTopic({ connectionId, externalId }: { connectionId: string; externalId: string }): Topic {
  return `visitor:${connectionId} ${externalId}`;
}

/** Fan-out. With several processes {@link shareHub} puts a bus behind the same two calls. */
export interface Hub {
  /** Returns the way out. */
  subscribe(topic: Topic, listener: (event: HubEvent) => void): () => void;
  publish(topic: Topic, event: HubEvent): void;
}

/** The hub of one process, which can also speak to all who listen in it. */
export interface ProcessHub extends Hub {
  everyone(event: HubEvent): void;
}

/** A hub whose listeners cannot hurt each other: one that throws is reported and the others still hear. */
export function createHub(onError: (error: unknown) => void): ProcessHub {
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
    publish: (topic, event) => tell([...(topics.get(topic) ?? [])], event),
    everyone: (event) => tell([...topics.values()].flatMap((listeners) => [...listeners]), event),
  };

  function tell(listeners: readonly ((event: HubEvent) => void)[], event: HubEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onError(error);
      }
    }
  }
}
