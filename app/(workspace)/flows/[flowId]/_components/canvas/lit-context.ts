'use client';

import { createContext, useContext } from 'react';
import type { EdgeId, NodeId, PortId } from '@/flows/document/flow-document';
import { edgeId } from '@/flows/document/flow-document';

/** Where a conversation is, was, or never came. */
export type StepLight = 'now' | 'travelled' | 'unreached';

/** A few words beside a step or a way out: how many came here, what failed. */
export interface LitNote {
  text: string;
  failed?: boolean;
}

/** What lights the canvas up: the way of one conversation, or where many went. */
export interface Lit {
  /** A step that is not named was not reached. */
  steps: ReadonlyMap<NodeId, 'now' | 'travelled'>;
  /** Links that were travelled, each with the numbers drawn on it; none for a link that is only lit. */
  links: ReadonlyMap<EdgeId, readonly number[]>;
  stepNotes?: ReadonlyMap<NodeId, LitNote>;
  /** By the id that a link out of the port has, linked or not. */
  portNotes?: ReadonlyMap<EdgeId, LitNote>;
}

/** Null in the studio: nothing is lit and nothing is faint. */
export const LitContext = createContext<Lit | null>(null);

/** How a step is lit; null where the canvas is not. */
export function useStepLight(node: NodeId): StepLight | null {
  const lit = useContext(LitContext);
  return lit && (lit.steps.get(node) ?? 'unreached');
}

/** Whether a way out was taken, and what is noted beside it. */
export function usePortLight(node: NodeId, port: PortId): { taken: boolean; note: LitNote | undefined } {
  const lit = useContext(LitContext);
  const id = edgeId(node, port);
  return { taken: lit?.links.has(id) ?? false, note: lit?.portNotes?.get(id) };
}
