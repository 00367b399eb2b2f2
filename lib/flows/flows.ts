import type { Calendar } from '@/flows/calendars/calendar';
import type { ReferenceMapping } from '@/flows/compiler/references/map-references';
import type { Operation } from '@/flows/document/operations';
import type { Caller } from '@/lib/auth/caller';
import type { FlowCard, FlowView, References, TemplateCard, VersionRow, VersionView } from './flow-views';

/** Use cases on stored flows, all within the caller's workspace. Those that name a flow refuse `flow-unknown`. */
export interface Flows {
  list(caller: Caller, archived: boolean): Promise<FlowCard[]>;
  get(caller: Caller, id: string): Promise<FlowView>;
  create(caller: Caller, name: string): Promise<{ id: string }>;
  templates(caller: Caller): Promise<TemplateCard[]>;
  /** Refuses `template-unknown`. */
  createFromTemplate(caller: Caller, input: { template: string; name: string; references: ReferenceMapping[] }): Promise<{ id: string }>;
  duplicate(caller: Caller, input: { id: string; name: string }): Promise<{ id: string }>;
  /** Refuses `malformed-json`, `not-a-flow` (with the problems). */
  import(caller: Caller, input: { text: string; references: ReferenceMapping[] }): Promise<{ id: string }>;
  rename(caller: Caller, input: { id: string; name: string }): Promise<{ revision: number }>;
  /** Refuses `flow-connected` (with the channels' names). */
  archive(caller: Caller, input: { id: string; archived: boolean }): Promise<void>;
  /** Applies operations to the draft. Refuses `stale-revision` (with {@link StaleRevision}), `bad-operation`. */
  save(caller: Caller, input: { id: string; baseRevision: number; operations: Operation[] }): Promise<{ revision: number }>;
  /** Makes the draft the version new conversations take. Refuses `stale-revision`, `not-sound` (with diagnostics). */
  publish(caller: Caller, input: { id: string; revision: number; note?: string | undefined }): Promise<{ number: number; versionId: string }>;
  versions(caller: Caller, id: string): Promise<VersionRow[]>;
  /** Refuses `version-unknown`. */
  version(caller: Caller, input: { id: string; number: number }): Promise<VersionView>;
  /** Refuses `stale-revision`, `version-unknown`, `not-sound`, `published-meanwhile`. */
  rollback(caller: Caller, input: { id: string; number: number; revision: number; note: string }): Promise<{ number: number; versionId: string; revision: number }>;
  references(caller: Caller): Promise<References>;
  /** The workspace's calendars with their hours. */
  calendars(caller: Caller): Promise<Calendar[]>;
}
