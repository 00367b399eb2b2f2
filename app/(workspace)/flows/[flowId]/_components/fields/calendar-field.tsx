'use client';

import { useTranslations } from 'next-intl';
import { useStudio } from '../../_editor/use-studio';
import { ChoiceField } from './choice-field';
import type { DataFieldProps } from './data-field-props';

/** A calendar of the workspace. */
export function CalendarField(props: DataFieldProps) {
  const t = useTranslations('studio.calendar');
  const { references, nameOf } = useStudio();
  return <ChoiceField {...props} placeholder={t('choose')} options={references.calendars.map(({ key }) => ({ value: key, label: nameOf('calendar', key) }))} />;
}
