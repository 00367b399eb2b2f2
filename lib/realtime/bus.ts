import type { Work } from '@/lib/runtime/work';
import type { HubEvent, ProcessHub, Hub, Topic } from './hub';

/** What one process tells all others that share its database. */
export type News = { topic: Topic; event: HubEvent } | { work: Work };

/** Carries news between processes: soon, mostly, and after the commit they are about. What it loses is found by looking. */
export interface Bus {
  /** Never waits and never throws. */
  tell(news: News): void;
  /** @param heard is given what others told, in their order; null when something may have been lost */
  start(heard: (news: News | null) => void): Promise<void>;
  /** Sends what waits, then hears and says nothing any more. */
  close(): Promise<void>;
}

/** What is published here is heard here at once, and by the other processes by way of the bus. */
export function shareHub(hub: ProcessHub, bus: Bus): Hub {
  return {
    subscribe: hub.subscribe,
    publish(topic, event) {
      hub.publish(topic, event);
      bus.tell({ topic, event });
    },
  };
}
