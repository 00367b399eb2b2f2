import type { ThreadEvent } from './view-models';

/** The most telling words for an event: `queued-no-flow` before `queued`. Null when the interface has none. */
export function eventKey(event: ThreadEvent, has: (key: string) => boolean): string | null {
  const reason = event.params['reason'];
  const keys = typeof reason === 'string' && reason !== '' ? [`event.${event.code}-${reason}`, `event.${event.code}`] : [`event.${event.code}`];
  return keys.find((key) => has(key)) ?? null;
}
