import type { Receipts } from './view-models';

export type DeliveryState = 'sent' | 'delivered' | 'read';

/** How far an agent's message got on its way to the customer. */
export function deliveryState(seq: number, receipts: Receipts): DeliveryState {
  if (seq <= receipts.read) return 'read';
  return seq <= receipts.delivered ? 'delivered' : 'sent';
}
