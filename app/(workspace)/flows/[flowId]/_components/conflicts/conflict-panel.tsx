'use client';

import { useTranslations } from 'next-intl';
import { useEditor } from '../../_editor/use-editor';
import { ConflictCard } from './conflict-card';

/** Changes of ours that clash with a colleague's: both are shown, the person chooses. Nothing is dropped. */
export function ConflictPanel() {
  const t = useTranslations('studio.conflict');
  const conflicts = useEditor((editor) => editor.conflicts);
  if (conflicts.length === 0) return null;
  return (
    <section aria-label={t('label')} className="absolute top-3 right-3 z-10 flex max-h-[calc(100%-24px)] w-96 max-w-[calc(100%-24px)] flex-col overflow-y-auto rounded-lg bg-raised p-3 shadow-float">
      <h2 className="text-sm font-strong text-ink">{t('title', { count: conflicts.length })}</h2>
      <p className="mt-1 text-xs text-ink-2">{t('text')}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {conflicts.map((conflict, index) => (
          <li key={index}>
            <ConflictCard conflict={conflict} />
          </li>
        ))}
      </ul>
    </section>
  );
}
