import type { EdgeId, FlowDocument, NodeId, PortId, Position } from '@/flows/document/flow-document';
import type { Locale } from '@/flows/document/localized-text';
import type { Operation } from '@/flows/document/operations';
import type { Conflict } from './rebase';

/**
 * `waiting`: changes not sent yet. `offline`: the last sending failed and will be tried again.
 * `refused`: the server will not take these changes; they stay here.
 */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused';

/** Undoes (or redoes) one act. */
export interface HistoryStep {
  operation: Operation;
  /** What the act wrote, when it wrote one place: typing on in the same place joins the step. */
  target: string | null;
}

export interface EditorState {
  document: FlowDocument;
  /** The server's document at `revision`, and what was done here since, oldest first. */
  saved: FlowDocument;
  revision: number;
  pending: readonly Operation[];
  /** How many of `pending` are on their way, or were when the answer was lost. */
  sending: number;
  save: SaveState;
  conflicts: readonly Conflict[];
  /** All of ours stands on top of a colleague's newer changes, and the person has not been told yet. */
  merged: boolean;

  past: readonly HistoryStep[];
  future: readonly HistoryStep[];

  /** The selected steps, in the order they were chosen. None while a link is selected. */
  selection: readonly NodeId[];
  /** The selected step while it is the only one. */
  selected: NodeId | null;
  selectedLink: EdgeId | null;
  /** The way out being linked by choosing from a list. */
  linking: { node: NodeId; port: PortId } | null;
  language: Locale;
  /** The form shows every language of the flow, not only `language`. */
  sideBySide: boolean;
  /** What lies over the canvas, at most one thing. */
  panel: Panel | null;
  /** Counts the changes whose cards glide to their new places. */
  glides: number;
  readOnly: boolean;
}

/** `at` is a place on the screen; `from` the way out that the new step is linked to. */
export type Panel =
  | { kind: 'quick-add'; at: Position; from: { node: NodeId; port: PortId } | null }
  | { kind: 'search' | 'commands' | 'shortcuts' };

export interface EditorActions {
  /** Does an operation; false when it does not apply. */
  apply(operation: Operation): boolean;
  /** As `apply`, for many cards at once: they are seen moving. */
  applyGliding(operation: Operation): boolean;
  undo(): void;
  redo(): void;
  /** Ends the current run of typing: the next change is a step of its own. */
  seal(): void;
  select(node: NodeId | null): void;
  selectMany(nodes: readonly NodeId[]): void;
  /** Adds a step to the selection, or takes it out. */
  toggle(node: NodeId): void;
  selectLink(link: EdgeId): void;
  startLinking(node: NodeId, port: PortId): void;
  stopLinking(): void;
  setLanguage(language: Locale): void;
  setSideBySide(on: boolean): void;
  open(panel: Panel): void;
  closePanel(): void;

  /** Marks what is pending (at most 500 operations) as on its way, and gives it; the same again until it is answered. */
  takePending(): { baseRevision: number; operations: Operation[] };
  acknowledge(revision: number): void;
  sendingFailed(state: 'offline' | 'refused'): void;
  /** The server has moved on: its document is taken, ours re-applied; what clashes waits in `conflicts`. */
  rebaseOnto(document: FlowDocument, revision: number): void;
  settle(conflict: Conflict, keep: 'mine' | 'theirs'): void;
  noticeMerge(): void;
}

export type Editor = EditorState & EditorActions;
