'use client';

import { createContext, useContext } from 'react';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { NodeId } from '@/flows/document/flow-document';
import type { Reference } from '@/flows/nodes/define-node';
import type { References } from '@/lib/api/view-models';

/** What surrounds the document while it is edited. */
export interface Studio {
  references: References;
  /** The compiler's findings on the drawn flow, 300 ms old at most; errors first. */
  diagnostics: readonly Diagnostic[];
  /** Moves the view to a step and selects it. */
  flyTo(node: NodeId): void;
  /** Puts the keyboard on the selected step's form, or back on its card. */
  focusInspector(): void;
  focusCard(node: NodeId): void;
  /** The name of a skill or queue in the language of the interface; its key when nobody knows it. */
  nameOf(kind: Reference['kind'], key: string): string;
}

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('useStudio outside the studio');
  return studio;
}
