'use client';

import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { useEditor } from '../../_editor/use-editor';
import type { Version } from '../top-bar/use-version';
import { versionText } from '../top-bar/version-chip';

/** The head on a phone: back, the flow's name, that it is read only, publish. */
export function PhoneHead({ version, onPublish }: { version: Version; onPublish: (() => void) | undefined }) {
  const t = useTranslations('studio');
  const versions = useTranslations('studio.version');
  const name = useEditor((editor) => editor.document.name);
  return (
    <header className="flex h-[60px] shrink-0 items-center gap-2 border-b border-line bg-surface px-2">
      <Link href="/flows" aria-label={t('bar.back')} className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink">
        <ChevronLeft aria-hidden size={22} strokeWidth={1.75} />
      </Link>
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-lg leading-5 font-strong text-ink">{name}</h1>
        <p className="truncate text-xs text-ink-3">{t('bar.phone', { version: versionText(versions, version) })}</p>
      </div>
      {onPublish && <Button variant="primary" size="lg" className="min-h-11" onClick={onPublish}>{t('bar.publishShort')}</Button>}
    </header>
  );
}
