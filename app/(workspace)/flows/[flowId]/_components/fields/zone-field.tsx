'use client';

import { ZONE_NAMES } from '@/flows/expressions/zone';
import { ChoiceField } from './choice-field';
import type { DataFieldProps } from './data-field-props';

/** A time zone in which flows can tell time. */
export function ZoneField(props: DataFieldProps) {
  return <ChoiceField {...props} options={ZONE_NAMES.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />;
}
