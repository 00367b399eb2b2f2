'use client';

import { clsx } from 'clsx';
import { BookOpen, FlaskConical, Inbox, Play, Route, Settings } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Badge } from '@/lib/ui/badge';
import type { Place } from './places';

const ICONS = { inbox: Inbox, flows: Route, simulate: Play, tests: FlaskConical, articles: BookOpen, settings: Settings } as const;

/** One place of the rail or the bar: icon 18, its name, the count of what waits there. */
export function PlaceLink({ place, count = 0, form }: { place: Place; count?: number; form: 'rail' | 'bar' }) {
  const t = useTranslations('shell');
  const path = usePathname();
  const here = path === place.href || path.startsWith(`${place.href}/`);
  const Icon = ICONS[place.key];
  return (
    <Link
      href={place.href}
      aria-current={here ? 'page' : undefined}
      className={clsx(
        'relative flex flex-col items-center justify-center gap-1 rounded-md text-2xs leading-3 transition-colors duration-(--t-fast)',
        form === 'rail' ? 'h-12 w-14' : 'min-h-14 min-w-16 flex-1 gap-1.5 px-2 text-xs',
        here ? 'font-strong text-accent-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
        here && form === 'rail' && 'bg-accent-tint',
      )}
    >
      <span className="relative">
        <Icon aria-hidden size={form === 'rail' ? 18 : 20} strokeWidth={1.75} />
        <Badge count={count} label={t('offered', { count })} tone="stop" className="absolute -top-2 left-2.5" />
      </span>
      {t(`places.${place.key}`)}
    </Link>
  );
}
