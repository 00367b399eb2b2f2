'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Editor } from './editor-state';
import type { EditorStore } from './editor-store';

/** Provided once by the studio. */
export const EditorContext = createContext<EditorStore | null>(null);

/** The editor's store itself, for event handlers that read the newest state. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (!store) throw new Error('useEditorStore outside the studio');
  return store;
}

/** A part of the editor's state; renders again when that part changes. */
export function useEditor<T>(select: (editor: Editor) => T): T {
  return useStore(useEditorStore(), select);
}
