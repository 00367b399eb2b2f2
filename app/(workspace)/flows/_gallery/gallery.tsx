'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TemplateCard as Template } from '@/lib/api/view-models';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Skeleton } from '@/lib/ui/skeleton';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { PageHeader } from '../../../_shell/page-header';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { NewFlow } from '../_list/new-flow';
import { TemplateCard } from './template-card';
import { UseTemplate } from './use-template';

const COLUMNS = 'mt-6 grid grid-cols-[repeat(auto-fill,minmax(min(280px,100%),1fr))] gap-5';

/** The ready-made flows, and the empty canvas beside them. */
export function Gallery() {
  const t = useTranslations('flows.gallery');
  const flows = useTranslations('flows');
  const trpc = useTRPC();
  const templates = useQuery(trpc.flows.templates.queryOptions());
  const [chosen, setChosen] = useState<Template | null>(null);
  return (
    <>
      <Link href="/flows" className="mb-2 inline-flex min-h-6 items-center gap-2 rounded-xs text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        <ArrowLeft aria-hidden size={14} strokeWidth={1.75} />
        {flows('title')}
      </Link>
      <PageHeader title={t('title')} summary={t('summary')} actions={templates.isSuccess ? <NewFlow variant="secondary" label={t('scratch')} /> : null} />
      {templates.isError ? <ErrorMessage className="mt-6" code={errorCode(templates.error)} onRetry={() => void templates.refetch()} /> : null}
      {templates.isPending ? (
        <>
          <div aria-busy className={`appear-late ${COLUMNS}`}>{[0, 1, 2, 3].map((key) => <Skeleton key={key} className="h-72 rounded-xl" />)}</div>
          <SlowNotice onRetry={() => void templates.refetch()} />
        </>
      ) : null}
      {templates.data ? (
        <ul className={COLUMNS}>
          {templates.data.map((template, index) => (
            <li key={template.key} className="flex">
              <TemplateCard template={template} first={index === 0} onUse={() => setChosen(template)} />
            </li>
          ))}
        </ul>
      ) : null}
      {chosen ? <UseTemplate template={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}
