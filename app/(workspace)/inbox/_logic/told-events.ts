import type { ReasonView, ThreadEvent, ThreadItem } from './view-models';

/** Steps of the routing that matter only by what became of them, and what is kept for reports. */
const SILENT = new Set(['offered', 'offer-withdrawn', 'flow-started', 'first-reply', 'no-flow', 'event-ignored', 'timer-late', 'presence-changed']);

/**
 * The thread without what nobody needs to read. The reason of an offer is told where it was accepted: that is when
 * somebody wants to know why it was her.
 */
export function toldEvents(items: readonly ThreadItem[]): ThreadItem[] {
  let offer: ThreadEvent | null = null;
  return items.flatMap((item): ThreadItem[] => {
    if (item.kind === 'message') return [item];
    const name = item.code;
    if (name === 'offered') offer = item;
    if (name === 'offer-withdrawn' || name === 'declined') offer = null;
    if (SILENT.has(name) || isFirstCase(item) || isToldByFailure(item)) return [];
    if (name !== 'accepted' || !offer || offer.params['agent'] !== item.params['agent']) return [item];
    const reason = reasonOf(offer);
    return [reason ? { ...item, params: { ...item.params, reason } } : item];
  });
}

/** That a conversation began is seen by its first message; that it began again is told, by the trigger's own line where one began it. */
function isFirstCase({ code, params }: ThreadEvent): boolean {
  return code === 'case-opened' && (params['reopened'] !== 1 || params['reason'] === 'triggered');
}

/** A failed turn says itself that a person takes over. */
function isToldByFailure({ code, params }: ThreadEvent): boolean {
  return code === 'queued' && params['reason'] === 'turn-failed';
}

/** The routing's reason an event carries, if any. */
export function reasonOf(event: ThreadEvent): ReasonView | null {
  const reason = event.params['reason'];
  if (typeof reason !== 'object' || reason === null) return null;
  const { code, params, others } = reason as Partial<ReasonView>;
  return typeof code === 'string' ? { code, params: params ?? {}, others: others ?? [] } : null;
}
