'use client';

import clsx from 'clsx';
import { CircleCheck, CircleX } from 'lucide-react';
import { useContext } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import { LitContext } from './lit-context';

/** The foot of a card: what is noted of the step while the canvas is lit. */
export function CardNote({ node }: { node: NodeId }) {
  const note = useContext(LitContext)?.stepNotes?.get(node);
  if (!note) return null;
  const Icon = note.failed ? CircleX : CircleCheck;
  return (
    <p className={clsx('tabular flex min-h-6 items-center gap-1 border-t border-line px-2.5 text-2xs', note.failed ? 'text-stop' : 'text-ink-3')}>
      <Icon aria-hidden size={12} strokeWidth={2} className="shrink-0" />
      {note.text}
    </p>
  );
}
