'use client';

import { CalendarClock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { isoInstant } from '@/flows/simulator/transcript';
import { formatMoment } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { IconButton } from '@/lib/ui/icon-button';
import { Popover } from '@/lib/ui/popover';
import { TextInput } from '@/lib/ui/text-input';
import { instantOfWall, wallTime } from '../../_logic/virtual-time';
import { useSimulator } from '../../_state/simulator-context';

/** Moves the clock to any later day and hour, by the clock of the flow's zone. */
export function MomentPicker() {
  const t = useTranslations('simulate.clock');
  const locale = useLocale();
  const { state, zone, act } = useSimulator();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [past, setPast] = useState(false);
  return (
    <Popover
      label={t('otherLabel')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setTyped(null);
        setPast(false);
      }}
      side="top"
      align="end"
      className="w-72"
      trigger={<IconButton bordered label={t('other')} tooltipSide="top"><CalendarClock aria-hidden size={16} strokeWidth={1.75} /></IconButton>}
    >
      <form onSubmit={go} noValidate className="flex flex-col gap-3">
        <Field label={t('otherLabel')} help={t('zone', { zone })} error={past ? t('past', { time: formatMoment(state.now, locale, zone) }) : undefined}>
          {(control) => (
            <TextInput {...control} type="datetime-local" value={typed ?? wallTime(zone, state.now)} min={wallTime(zone, state.now)} onChange={(event) => {
              setTyped(event.target.value);
              setPast(false);
            }} />
          )}
        </Field>
        <Button type="submit" variant="secondary">{t('go')}</Button>
      </form>
    </Popover>
  );

  function go(event: FormEvent): void {
    event.preventDefault();
    const at = instantOfWall(zone, typed ?? '');
    if (at === null || at < state.now) return setPast(true);
    act({ at: isoInstant(at) });
    setOpen(false);
    setTyped(null);
  }
}
