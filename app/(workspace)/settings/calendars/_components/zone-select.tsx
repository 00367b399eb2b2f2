'use client';

import { ZONE_NAMES } from '@/flows/expressions/zone';
import type { FieldControl } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';

/** A time zone in which flows can tell time; one that a calendar has and the list has not stays choosable. */
export function ZoneSelect({ control, value, onChange }: { control: FieldControl; value: string; onChange: (zone: string) => void }) {
  const zones = ZONE_NAMES.includes(value) ? ZONE_NAMES : [value, ...ZONE_NAMES];
  return <Select {...control} value={value} onValueChange={onChange} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />;
}
