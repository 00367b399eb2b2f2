'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Dialog } from '@/lib/ui/dialog';
import { Kbd } from '@/lib/ui/kbd';
import { SHORTCUTS, type ShortcutPart } from '../../_editor/shortcuts';
import { useEditor } from '../../_editor/use-editor';
import { useKeyNames } from '../../_editor/use-key-names';

/** All shortcuts of the studio. */
export function ShortcutSheet() {
  const t = useTranslations('studio.shortcuts');
  const close = useEditor((editor) => editor.closePanel);
  const keyNames = useKeyNames();
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={t('title')} description={t('text')} width="760px">
      <div tabIndex={0} role="group" aria-label={t('title')} className="gap-x-8 sm:columns-2">
        {(Object.keys(SHORTCUTS) as ShortcutPart[]).map((part) => (
          <section key={part} aria-labelledby={`keys-${part}`} className="mb-5 break-inside-avoid">
            <h3 id={`keys-${part}`} className="mb-1 text-xs font-label text-ink-3">{t(`parts.${part}`)}</h3>
            <dl>
              {Object.entries<readonly (readonly string[])[]>(SHORTCUTS[part]).map(([act, ways]) => (
                <div key={act} className="flex min-h-8 items-center justify-between gap-3 border-t border-line py-1 first:border-t-0">
                  <dt className="text-sm text-ink">{t(`acts.${part}.${act}` as Parameters<typeof t>[0])}</dt>
                  <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1 text-xs text-ink-3">
                    {ways.map((way, index) => (
                      <Fragment key={way.join(' ')}>
                        {index > 0 && <span>{t('or')}</span>}
                        <Kbd>{keyNames(way)}</Kbd>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
