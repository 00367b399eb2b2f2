import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { Family } from '@/flows/nodes/define-node';

/** flows.list: one card. Times are epoch milliseconds. */
export interface FlowCard {
  id: string;
  name: string;
  updatedAt: number;
  updatedBy: { id: string; name: string } | null;
  published: { number: number; at: number } | null;
  nodeCount: number;
  /** Conversations whose case is open on a version of this flow. */
  activeConversations: number;
  /** Steps as dots, in canvas coordinates. */
  thumbnail: { nodes: { x: number; y: number; family: Family }[] };
  changedSincePublish: boolean;
}

/** flows.get: what the studio opens. */
export interface FlowView {
  id: string;
  name: string;
  document: FlowDocument;
  revision: number;
  /** The newest version; `draftRevision` is the revision of the draft it was made of. */
  published: { versionId: string; number: number; at: number; byName: string; draftRevision: number | null } | null;
  connections: { name: string; publicKey: string; channel: string }[];
}

/** flows.versions: one published version. `at` is epoch milliseconds. */
export interface VersionCard {
  number: number;
  note: string | null;
  byName: string;
  at: number;
}

/** flows.version: what was published, whole. */
export interface VersionView extends VersionCard {
  document: FlowDocument;
}

export interface References {
  skills: { key: string; name: LocalizedText }[];
  queues: { key: string; name: LocalizedText; isDefault: boolean }[];
  calendars: { key: string; name: LocalizedText }[];
}

/** What travels beside `stale-revision`: the draft as it stands, to rebase on. */
export interface StaleRevision {
  revision: number;
  document: FlowDocument;
}

/** What travels beside `not-sound`. */
export interface NotSound {
  diagnostics: Diagnostic[];
}
