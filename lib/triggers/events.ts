import type { NotBegun } from '@/lib/runtime/runtime-types';
import type { EventInput } from './event-input';

/** What became of an event, told once it is on disk. The same id again gets the same answer, as a duplicate. */
export interface EventReceipt {
  conversationId: string;
  began: boolean;
  /** Why the flow did not begin. */
  reason?: NotBegun;
  /** The variable whose value in the data was not of its type, with the reason `misfit`. */
  variable?: string;
  duplicate: boolean;
}

/** Events that other systems of the workspace's tell. */
export interface Events {
  /** Refuses `event-unknown` and `connection-unknown`; then nothing was kept. */
  accept(workspaceId: string, input: EventInput): Promise<EventReceipt>;
}
