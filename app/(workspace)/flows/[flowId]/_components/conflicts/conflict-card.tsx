'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import type { Conflict } from '../../_editor/rebase';
import { useEditorStore } from '../../_editor/use-editor';
import { useChangeName } from './use-change-name';

/** One clash: what it is about, the colleague's value and ours. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const t = useTranslations('studio.conflict');
  const store = useEditorStore();
  const name = useChangeName(conflict.operation);
  return (
    <div className="rounded-md border border-line p-2.5">
      <p className="text-xs font-medium text-ink">{name}</p>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
        <dt className="text-ink-3">{t('theirs')}</dt>
        <dd className="break-words text-ink">{shown(conflict.theirs) ?? t('gone')}</dd>
        <dt className="text-ink-3">{t('mine')}</dt>
        <dd className="break-words text-ink">{shown(conflict.mine) ?? t('gone')}</dd>
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => store.getState().settle(conflict, 'theirs')}>{t('keepTheirs')}</Button>
        <Button size="sm" disabledReason={conflict.applicable ? undefined : t('cannot')} onClick={() => store.getState().settle(conflict, 'mine')}>
          {t('keepMine')}
        </Button>
      </div>
    </div>
  );
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
