'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FlowView } from '@/lib/api/view-models';
import { Select } from '@/lib/ui/select';
import { useTRPC } from '../../../../_trpc/provider';

const DRAFT = 'draft';

/** What the tests are run on: the draft, or one of the versions that were published. */
export function VersionChoice({ flow, chosen, onChoose }: { flow: FlowView; chosen: number | null; onChoose: (number: number | null) => void }) {
  const t = useTranslations('tests.version');
  const trpc = useTRPC();
  const versions = useQuery(trpc.flows.versions.queryOptions({ id: flow.id }, { enabled: flow.published !== null }));
  if (flow.published === null) return null;
  const { number: newest } = flow.published;
  const numbers = versions.data?.map(({ number }) => number) ?? [newest];
  return (
    <Select
      aria-label={t('label')}
      value={chosen === null ? DRAFT : String(chosen)}
      onValueChange={(value) => onChoose(value === DRAFT ? null : Number(value))}
      options={[{ value: DRAFT, label: t('draft') }, ...numbers.map((number) => ({ value: String(number), label: t(number === newest ? 'published' : 'number', { number }) }))]}
    />
  );
}
