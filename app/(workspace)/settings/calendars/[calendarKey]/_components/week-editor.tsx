'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { WEEKDAYS } from '@/flows/calendars/calendar';
import { Button } from '@/lib/ui/button';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu } from '@/lib/ui/menu';
import { toast } from '@/lib/ui/toast';
import { splitAtMidnight, type WeekDraft } from '../../../_logic/week';
import { SpansField } from './spans-field';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** The seven days with their spans; a day's hours can be copied to others. */
export function WeekEditor({ week, onChange }: { week: WeekDraft; onChange: (week: WeekDraft) => void }) {
  const t = useTranslations('settings.calendars');
  const common = useTranslations('common');
  const copy = (from: keyof WeekDraft, to: readonly (keyof WeekDraft)[]): void => {
    onChange({ ...week, ...Object.fromEntries(to.map((day) => [day, week[from]])) });
    toast(t('copied'), { action: { label: common('undo'), onAction: () => onChange(week) } });
  };
  return (
    <section className="mt-8">
      <h2 className="text-lg font-strong text-ink">{t('week')}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{t('weekHelp')}</p>
      <div className="mt-3 max-w-220 rounded-lg border border-line bg-surface">
        {WEEKDAYS.map((day) => {
          const name = t(`days.${day}`);
          return (
            <div key={day} role="group" aria-label={name} className="grid gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 max-sm:grid-cols-[1fr_auto] sm:grid-cols-[7rem_1fr_auto]">
              <h3 className="text-sm font-medium text-ink max-sm:self-center sm:pt-1.5">{name}</h3>
              <div className="max-sm:col-span-2 max-sm:row-start-2">
                <SpansField
                  day={name}
                  spans={week[day]}
                  onChange={(spans) => onChange({ ...week, [day]: spans })}
                  repair={(at) => <Button size="sm" onClick={() => onChange(splitAtMidnight(week, day, at))}>{t('split')}</Button>}
                />
              </div>
              <Menu
                trigger={<IconButton label={t('copyOf', { day: name })} tooltipSide="left"><Copy aria-hidden size={16} strokeWidth={1.75} /></IconButton>}
                entries={[
                  { key: 'weekdays', label: t('copyWeekdays'), onSelect: () => copy(day, WORKDAYS) },
                  { key: 'all', label: t('copyAll'), onSelect: () => copy(day, WEEKDAYS) },
                ]}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
