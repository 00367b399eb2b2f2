'use client';

import { clsx } from 'clsx';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import type { TemplateCard as Template } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Chip } from '@/lib/ui/chip';
import { languageName } from '@/lib/i18n/language-name';
import { FlowThumbnail } from '../_list/flow-thumbnail';

/** One ready-made flow: its shape, what it is for, its size, its tests, its languages. */
export function TemplateCard({ template, first, onUse }: { template: Template; first: boolean; onUse: () => void }) {
  const t = useTranslations('flows.gallery');
  const flows = useTranslations('flows');
  const locale = useLocale();
  const name = pickText(template.name, locale, ['en', 'fr']);
  return (
    <article className={clsx('relative flex w-full flex-col overflow-hidden rounded-xl border bg-surface', first ? 'border-accent shadow-[0_0_0_1px_var(--accent)]' : 'border-line')}>
      <div className="border-b border-line bg-canvas p-2">
        <FlowThumbnail shape={template.thumbnail} size="card" />
      </div>
      {first ? <Chip tone="accent" className="absolute top-3 left-3">{t('first')}</Chip> : null}
      <div className="flex flex-1 flex-col px-4 pt-4 pb-4">
        <h2 className="text-md font-strong text-ink">{name}</h2>
        <p className="mt-1 mb-3 text-sm text-pretty text-ink-2">{pickText(template.description, locale, ['en', 'fr'])}</p>
        <div className="mt-auto flex flex-wrap items-end justify-between gap-3">
          <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">
            <Chip>{flows('steps', { count: template.nodeCount })}</Chip>
            <Chip icon={<CircleCheck aria-hidden size={12} strokeWidth={2} />}>{t('tests', { count: template.testCount })}</Chip>
            <Chip tone="outlined">{template.languages.map((language) => languageName(language, language)).join(' · ')}</Chip>
            {template.missing.length > 0 ? <Chip tone="caution" icon={<TriangleAlert aria-hidden size={12} strokeWidth={2} />}>{t('missing', { count: template.missing.length })}</Chip> : null}
          </div>
          <Button variant={first ? 'primary' : 'secondary'} aria-label={t('useNamed', { name })} onClick={onUse}>{t('use')}</Button>
        </div>
      </div>
    </article>
  );
}
