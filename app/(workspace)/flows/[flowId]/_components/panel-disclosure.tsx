'use client';

import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';

interface PanelDisclosureProps {
  /** What stands in the row, shut or open. */
  summary: ReactNode;
  startsOpen?: boolean;
  children: ReactNode;
}

/** One thing of the panel's lists: a row that opens what can be changed of it. */
export function PanelDisclosure({ summary, startsOpen = false, children }: PanelDisclosureProps) {
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-sunken pointer-coarse:min-h-11"
      >
        {summary}
        <ChevronDown aria-hidden size={14} strokeWidth={1.75} className={`shrink-0 text-ink-3 ${open ? 'rotate-180' : ''}`} />
      </button>
      {open && <div id={id}>{children}</div>}
    </li>
  );
}
