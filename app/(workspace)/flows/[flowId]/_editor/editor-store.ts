import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import type { Locale } from '@/flows/document/localized-text';
import type { Operation } from '@/flows/document/operations';
import type { Editor, EditorState } from './editor-state';
import { operationTarget } from './operation-target';
import { rebase } from './rebase';
import { tryApply } from './try-apply';

export type EditorStore = StoreApi<Editor>;

interface Opening {
  document: FlowDocument;
  revision: number;
  /** The language the canvas starts in; the flow's first when it does not speak it. */
  language: Locale;
  readOnly: boolean;
}

const HISTORY_LENGTH = 200;
/** What the server takes at once. */
const BATCH = 500;

/** The one place a drawn flow lives while it is edited. Every change goes through `applyOperation`. */
export function createEditorStore({ document, revision, language, readOnly }: Opening): EditorStore {
  return createStore<Editor>()((set, get) => ({
    document,
    saved: document,
    revision,
    pending: [],
    sending: 0,
    save: 'saved',
    conflicts: [],
    merged: false,
    past: [],
    future: [],
    selection: [],
    selected: null,
    selectedLink: null,
    linking: null,
    panel: null,
    glides: 0,
    sideBySide: false,
    language: document.languages.includes(language) ? language : (document.languages[0] ?? language),
    readOnly,

    apply(operation) {
      const state = get();
      const done = state.readOnly ? null : tryApply(state.document, operation);
      if (!done) return false;
      const target = operationTarget(operation);
      const last = state.past.at(-1);
      const joins = target !== null && (operation.kind === 'node.set' || operation.kind === 'trigger.change') && last?.target === target;
      set({
        ...changed(state, done.document, operation),
        // The older inverse already leads back to before the typing began.
        past: joins ? state.past : [...state.past, { operation: done.inverse, target }].slice(-HISTORY_LENGTH),
        future: [],
      });
      return true;
    },
    applyGliding(operation) {
      const { glides } = get();
      set({ glides: glides + 1 });
      const done = get().apply(operation);
      if (!done) set({ glides });
      return done;
    },
    undo() {
      const state = get();
      travel(state, 'past', 'future', set);
    },
    redo() {
      const state = get();
      travel(state, 'future', 'past', set);
    },
    seal() {
      const { past } = get();
      const last = past.at(-1);
      if (last?.target != null) set({ past: [...past.slice(0, -1), { ...last, target: null }] });
    },
    select: (node) => set({ ...chosen(node === null ? [] : [node]), selectedLink: null }),
    selectMany: (nodes) => set({ ...chosen(standing(get().document, nodes)), selectedLink: null }),
    toggle(node) {
      const { selection, selectMany } = get();
      selectMany(selection.includes(node) ? selection.filter((other) => other !== node) : [...selection, node]);
    },
    selectLink: (selectedLink) => set({ ...chosen([]), selectedLink }),
    startLinking: (node, port) => set({ ...chosen([node]), linking: { node, port } }),
    stopLinking: () => set({ linking: null }),
    setLanguage: (next) => set({ language: next }),
    setSideBySide: (sideBySide) => set({ sideBySide }),
    open: (panel) => set({ panel }),
    closePanel: () => set({ panel: null }),

    takePending() {
      const { pending, sending, revision: baseRevision } = get();
      // A batch whose answer was lost is sent again as it was: the server knows it by what it is.
      const operations = pending.slice(0, sending > 0 ? sending : BATCH);
      set({ sending: operations.length, save: 'saving' });
      return { baseRevision, operations };
    },
    acknowledge(next) {
      const { saved, pending, sending } = get();
      const rest = pending.slice(sending);
      set({
        saved: replay(saved, pending.slice(0, sending)),
        revision: next,
        pending: rest,
        sending: 0,
        save: rest.length === 0 ? 'saved' : 'waiting',
      });
    },
    sendingFailed: (save) => set({ save, ...(save === 'refused' && { sending: 0 }) }),
    rebaseOnto(theirs, next) {
      const { saved, pending, conflicts, selection } = get();
      const result = rebase(saved, theirs, pending);
      set({
        document: result.document,
        saved: theirs,
        revision: next,
        pending: result.kept,
        sending: 0,
        save: result.kept.length === 0 ? 'saved' : 'waiting',
        conflicts: [...conflicts, ...result.conflicts],
        merged: result.conflicts.length === 0 && pending.length > 0,
        ...chosen(standing(result.document, selection)),
      });
    },
    settle(conflict, keep) {
      set({ conflicts: get().conflicts.filter((other) => other !== conflict) });
      if (keep === 'mine') get().apply(conflict.operation);
    },
    noticeMerge: () => set({ merged: false }),
  }));
}

function travel(state: EditorState, from: 'past' | 'future', to: 'past' | 'future', set: (part: Partial<EditorState>) => void) {
  const step = state[from].at(-1);
  if (!step || state.readOnly) return;
  const rest = state[from].slice(0, -1);
  const done = tryApply(state.document, step.operation);
  // A colleague may have taken away what this step would change: then there is nothing to go back to.
  if (!done) return set({ [from]: rest });
  set({
    ...changed(state, done.document, step.operation),
    [from]: rest,
    [to]: [...state[to], { operation: done.inverse, target: null }],
  });
}

function changed(state: EditorState, document: FlowDocument, operation: Operation): Partial<EditorState> {
  return {
    document,
    pending: joined(state.pending, state.sending, operation),
    save: state.save === 'saving' || state.save === 'offline' ? state.save : 'waiting',
    ...chosen(standing(document, state.selection)),
    selectedLink: state.selectedLink !== null && document.edges[state.selectedLink] ? state.selectedLink : null,
    linking: state.linking && document.nodes[state.linking.node] ? state.linking : null,
  };
}

/** The selection as the state holds it. */
function chosen(selection: readonly NodeId[]): Pick<EditorState, 'selection' | 'selected'> {
  return { selection, selected: selection.length === 1 ? (selection[0] ?? null) : null };
}

/** The steps that are still there; the list itself when all are. */
function standing(document: FlowDocument, nodes: readonly NodeId[]): readonly NodeId[] {
  return nodes.every((id) => document.nodes[id]) ? nodes : nodes.filter((id) => document.nodes[id]);
}

/** Typing in one place is sent as its last word; what is on its way is left alone. */
function joined(pending: readonly Operation[], sending: number, operation: Operation): Operation[] {
  const last = pending.at(-1);
  const target = operationTarget(operation);
  const replaces = last && pending.length > sending && target !== null && target === operationTarget(last);
  return [...(replaces ? pending.slice(0, -1) : pending), operation];
}

function replay(document: FlowDocument, operations: readonly Operation[]): FlowDocument {
  return operations.reduce((before, operation) => tryApply(before, operation)?.document ?? before, document);
}
