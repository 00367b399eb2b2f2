'use client';

import { useTranslations } from 'next-intl';
import type { WidgetsView } from '@/lib/api/view-models';
import type { FieldControl } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';

const NONE = '*';

/** The flow that answers in a chat; none leads straight to a person. */
export function FlowSelect({ control, flows, value, onChange }: { control: FieldControl; flows: WidgetsView['flows']; value: string | null; onChange: (flowId: string | null) => void }) {
  const t = useTranslations('settings.widget');
  return (
    <Select
      {...control}
      value={value ?? NONE}
      onValueChange={(next) => onChange(next === NONE ? null : next)}
      options={[{ value: NONE, label: t('noFlow') }, ...flows.map(({ id, name, published }) => ({ value: id, label: published ? name : `${name} (${t('unpublished')})` }))]}
    />
  );
}
