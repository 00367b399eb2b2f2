'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '../../../_shell/page-header';
import { BackLink } from '../_nav/back-link';

/** The head of a section: on a phone with the way back to the list of sections. */
export function SectionHead({ title, summary, actions }: { title: ReactNode; summary?: ReactNode; actions?: ReactNode }) {
  const t = useTranslations('settings.nav');
  return (
    <>
      <BackLink href="/settings" phoneOnly>{t('back')}</BackLink>
      <PageHeader title={title} summary={summary} actions={actions} />
    </>
  );
}
