import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { DocumentProblem } from '@/flows/document/parse-document';
import type { Family, Reference } from '@/flows/nodes/define-node';

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
  thumbnail: FlowThumbnail;
  changedSincePublish: boolean;
  /** Names of the channels whose customers begin with it. */
  connections: string[];
}

/** Steps as dots in canvas coordinates, and which lead to which, by position in `nodes`. */
export interface FlowThumbnail {
  nodes: { x: number; y: number; family: Family }[];
  links: [from: number, to: number][];
}

/** flows.templates: a ready-made flow as the workspace would get it. */
export interface TemplateCard {
  key: string;
  name: LocalizedText;
  description: LocalizedText;
  languages: string[];
  nodeCount: number;
  testCount: number;
  thumbnail: FlowThumbnail;
  /** What it names and the workspace lacks; `steps` are the titles of those that name it. */
  missing: { kind: Reference['kind']; key: string; steps: LocalizedText[] }[];
}

/** flows.versions: one row. Times are epoch milliseconds. */
export interface VersionRow {
  number: number;
  at: number;
  byName: string;
  note: string | null;
  /** Conversations whose case is open on it. */
  activeConversations: number;
  /** New conversations take it. */
  current: boolean;
}

/** flows.version */
export interface VersionView {
  number: number;
  document: FlowDocument;
  note: string | null;
  byName: string;
  at: number;
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

export interface References {
  skills: { key: string; name: LocalizedText }[];
  queues: { key: string; name: LocalizedText; isDefault: boolean }[];
  calendars: { key: string; name: LocalizedText }[];
  /** Empty for those who cannot read flows. */
  secrets: { key: string; name: string }[];
  /** By public key; `flowId` is the flow that answers. */
  connections: { key: string; name: string; flowId: string | null }[];
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

/** What travels beside `not-a-flow`. */
export interface NotAFlow {
  problems: DocumentProblem[];
}
