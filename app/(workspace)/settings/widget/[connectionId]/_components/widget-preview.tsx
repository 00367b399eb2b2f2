'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { languageName } from '@/lib/i18n/language-name';
import { Segmented } from '@/lib/ui/segmented';
import { Select } from '@/lib/ui/select';
import type { Preview } from './use-preview';

/** The script of the widget, as it stands in the frame. */
interface WidgetWindow extends Window {
  Relais?: { open(): void; close(): void; show(config: NonNullable<Preview['config']>): void };
}

/** The widget itself, in a page without content; it shows what is being set, and calls nobody. */
export function WidgetPreview({ preview, languages }: { preview: Preview; languages: readonly string[] }) {
  const t = useTranslations('settings.widget');
  const locale = useLocale();
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const [open, setOpen] = useState<'open' | 'folded'>('open');
  const { config, language, setLanguage } = preview;
  useEffect(() => {
    const widget = (frame.current?.contentWindow as WidgetWindow | null | undefined)?.Relais;
    if (!loaded || !widget || !config) return;
    widget.show(config);
    if (open === 'open') widget.open();
    else widget.close();
  }, [loaded, config, open]);
  return (
    <section className="min-w-0 xl:sticky xl:top-0">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-strong text-ink">{t('preview')}</h2>
        <div className="flex flex-wrap items-center gap-2">
          <Segmented label={t('previewState')} value={open} onValueChange={setOpen} options={[{ value: 'open', label: t('opened') }, { value: 'folded', label: t('folded') }]} />
          {languages.length > 1 ? (
            <Select aria-label={t('previewLanguage')} className="w-36!" value={language} onValueChange={setLanguage} options={languages.map((tag) => ({ value: tag, label: languageName(tag, locale) }))} />
          ) : null}
        </div>
      </div>
      <iframe
        ref={frame}
        title={t('previewTitle')}
        src="/widget-preview"
        className="block h-[680px] w-full rounded-lg border border-line"
        // A frame that came from a cache may have loaded before this was listening.
        onLoad={() => setLoaded(true)}
      />
    </section>
  );
}
