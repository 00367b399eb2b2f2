'use client';

import { useTranslations } from 'next-intl';
import { useVariables } from '../../_state/use-variables';
import { Section } from './section';
import { VariableChange } from './variable-change';

/** Everything the flow remembers, those that just changed first. */
export function Variables() {
  const t = useTranslations('simulate.variables');
  const rows = useVariables();
  if (rows.length === 0) return <p className="px-4 py-5 text-sm text-ink-3">{t('empty')}</p>;
  return (
    <Section title={t('all')}>
      <ul className="flex flex-col gap-2.5">
        {[...rows].sort((one, other) => Number(other.changed) - Number(one.changed)).map((row) => <VariableChange key={row.variable.name} row={row} />)}
      </ul>
    </Section>
  );
}
