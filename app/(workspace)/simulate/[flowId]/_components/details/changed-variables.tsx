'use client';

import { useTranslations } from 'next-intl';
import { useVariables } from '../../_state/use-variables';
import { Section } from './section';
import { VariableChange } from './variable-change';

/** What the last event changed; nothing when the flow has no variables. */
export function ChangedVariables() {
  const t = useTranslations('simulate.variables');
  const rows = useVariables();
  if (rows.length === 0) return null;
  const changed = rows.filter((row) => row.changed);
  return (
    <Section title={t('changed')} aside={t('changedCount', { changed: changed.length, all: rows.length })}>
      {changed.length === 0 ? <p className="text-sm text-ink-3">{t('none')}</p> : null}
      <ul className="flex flex-col gap-2">
        {changed.map((row) => <VariableChange key={row.variable.name} row={row} />)}
      </ul>
    </Section>
  );
}
