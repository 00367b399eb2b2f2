'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { VersionRow } from '@/lib/api/view-models';
import { formatDay } from '@/lib/i18n/format';
import { Select } from '@/lib/ui/select';
import { useAddress } from '../../_state/use-address';
import type { SimulatedSource } from '../simulator-session';

interface VersionSelectProps {
  source: SimulatedSource;
  versions: readonly VersionRow[];
  /** The newest published version, which the draft comes from. */
  published: number | null;
}

/** The draft or any published version; the address names it. */
export function VersionSelect({ source, versions, published }: VersionSelectProps) {
  const t = useTranslations('simulate.bar');
  const locale = useLocale();
  const { chooseVersion } = useAddress();
  return (
    <Select
      aria-label={t('version')}
      className="!w-auto max-w-44 shrink-0"
      value={source.version === null ? 'draft' : String(source.version)}
      onValueChange={(value) => chooseVersion(value === 'draft' ? null : Number(value))}
      options={[
        { value: 'draft', label: published === null ? t('draft') : t('draftOf', { number: published }) },
        ...versions.map(({ number, at }) => ({ value: String(number), label: t('published', { number, day: formatDay(at, Date.now(), locale) }) })),
      ]}
    />
  );
}
