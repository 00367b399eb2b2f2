import type { Calendar } from '@/flows/calendars/calendar';
import type { Operation } from '@/flows/document/operations';
import type { Caller } from '@/lib/auth/caller';
import type { FlowCard, FlowView, References, VersionCard, VersionView } from './flow-views';

/** Use cases on stored flows, all within the caller's workspace. */
export interface Flows {
  list(caller: Caller): Promise<FlowCard[]>;
  /** Refuses `flow-unknown`. */
  get(caller: Caller, id: string): Promise<FlowView>;
  create(caller: Caller, name: string): Promise<{ id: string }>;
  /** Applies operations to the draft. Refuses `stale-revision` (with {@link StaleRevision}), `bad-operation`. */
  save(caller: Caller, input: { id: string; baseRevision: number; operations: Operation[] }): Promise<{ revision: number }>;
  /** Makes the draft the version new conversations take. Refuses `stale-revision`, `not-sound` (with diagnostics). */
  publish(caller: Caller, input: { id: string; revision: number; note?: string | undefined }): Promise<{ number: number; versionId: string }>;
  /** The published versions, the newest first. Refuses `flow-unknown`. */
  versions(caller: Caller, id: string): Promise<VersionCard[]>;
  /** Refuses `flow-unknown`, `version-unknown`. */
  version(caller: Caller, input: { id: string; number: number }): Promise<VersionView>;
  references(caller: Caller): Promise<References>;
  /** The workspace's calendars with their hours. */
  calendars(caller: Caller): Promise<Calendar[]>;
}
