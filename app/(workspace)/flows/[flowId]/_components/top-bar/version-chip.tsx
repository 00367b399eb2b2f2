'use client';

import { useTranslations } from 'next-intl';
import { Chip } from '@/lib/ui/chip';
import type { Version } from './use-version';

export function VersionChip({ version }: { version: Version }) {
  const t = useTranslations('studio.version');
  return <Chip tone="outlined" className="shrink-0">{versionText(t, version)}</Chip>;
}

/** “Draft of v3”, “Version 3”, or “Draft” before the first. */
export function versionText(t: (key: 'none' | 'draft' | 'current', values?: { number: number }) => string, { number, current }: Version): string {
  if (number === null) return t('none');
  return t(current ? 'current' : 'draft', { number });
}
