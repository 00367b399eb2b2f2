'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { useStudio } from '../../_editor/use-studio';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** Keys start with a letter or digit, so this is nobody's. */
const DEFAULT = '-';

/** A queue of the workspace; its default one where the schema allows none. */
export function QueueField({ spec, path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.queue');
  const { set, readOnly } = useFieldForm();
  const { references, nameOf } = useStudio();
  const { label, help, error, warning } = useFieldTexts(path);
  const key = typeof value === 'string' ? value : null;
  const usual = references.queues.find(({ isDefault }) => isDefault);
  const known = references.queues.map((queue) => ({ value: queue.key, label: nameOf('queue', queue.key) }));
  const stray = key !== null && !known.some((queue) => queue.value === key) ? [{ value: key, label: key }] : [];
  const none = spec.nullable ? [{ value: DEFAULT, label: usual ? t('default', { queue: nameOf('queue', usual.key) }) : t('defaultUnnamed') }] : [];
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <Select
          {...control}
          value={key ?? DEFAULT}
          disabled={readOnly}
          onValueChange={(next) => set(path, next === DEFAULT ? null : next)}
          options={[...none, ...known, ...stray]}
        />
      )}
    </Field>
  );
}
