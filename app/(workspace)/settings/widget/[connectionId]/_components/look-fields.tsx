'use client';

import { useTranslations } from 'next-intl';
import { Segmented } from '@/lib/ui/segmented';
import { AccentField } from './accent-field';
import type { FieldsProps } from './fields-props';
import { LogoField } from './logo-field';
import type { Preview } from './use-preview';

/** Colour, corner and mark. */
export function LookFields({ draft, set, check }: FieldsProps & { check: Preview['accent'] }) {
  const t = useTranslations('settings.widget');
  return (
    <section className="space-y-4">
      <h2 className="text-lg font-strong text-ink">{t('look')}</h2>
      <AccentField accent={draft.accent} onChange={(accent) => set({ accent })} check={check} />
      <div className="flex flex-wrap gap-x-10 gap-y-4">
        <div>
          <p className="mb-1.5 text-xs font-label text-ink-2">{t('side')}</p>
          <Segmented label={t('side')} value={draft.side} onValueChange={(side) => set({ side })} options={[{ value: 'left', label: t('left') }, { value: 'right', label: t('right') }]} />
        </div>
        <LogoField logo={draft.logo} onChange={(logo) => set({ logo })} />
      </div>
    </section>
  );
}
