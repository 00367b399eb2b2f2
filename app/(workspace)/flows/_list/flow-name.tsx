'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextInput } from '@/lib/ui/text-input';
import type { FlowCard } from '@/lib/api/view-models';

const LONGEST_NAME = 120;

interface FlowNameProps {
  flow: FlowCard;
  /** False where there is nothing to open. */
  opens: boolean;
  renaming: boolean;
  onRename: (name: string) => void;
  onStopRenaming: () => void;
}

/** The name: a link that covers its row, or the field it is changed in. */
export function FlowName({ flow, opens, renaming, onRename, onStopRenaming }: FlowNameProps) {
  const t = useTranslations('flows');
  const [draft, setDraft] = useState(flow.name);
  if (renaming) {
    const keep = (): void => {
      const name = draft.trim();
      if (name !== '' && name !== flow.name) onRename(name);
      onStopRenaming();
    };
    return (
      <TextInput
        className="relative z-10 max-w-96"
        aria-label={t('acts.newName')}
        autoFocus
        maxLength={LONGEST_NAME}
        value={draft}
        onFocus={(event) => {
          setDraft(flow.name);
          event.target.select();
        }}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onStopRenaming();
        }}
      />
    );
  }
  // The link covers its whole row, so that a row is one target.
  return (
    <Link
      href={opens ? `/flows/${flow.id}` : `/flows/${flow.id}/versions`}
      className="text-md font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {flow.name}
    </Link>
  );
}
