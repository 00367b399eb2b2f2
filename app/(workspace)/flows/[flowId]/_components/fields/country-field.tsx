'use client';

import { getCountries } from 'libphonenumber-js/min';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ChoiceField } from './choice-field';
import type { DataFieldProps } from './data-field-props';

/** A country whose telephone numbers are known, by its name. */
export function CountryField(props: DataFieldProps) {
  const t = useTranslations('studio.country');
  const locale = useLocale();
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return getCountries()
      .map((code) => ({ value: code as string, label: names.of(code) ?? code }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  }, [locale]);
  return <ChoiceField {...props} none={t('none')} options={options} />;
}
