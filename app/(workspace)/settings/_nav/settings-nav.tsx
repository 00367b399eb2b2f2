'use client';

import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { SectionGroup } from './sections';

/** The sections of the settings, 208 wide beside the page; on a phone a list that leads in, alone on its page. */
export function SettingsNav({ groups }: { groups: readonly SectionGroup[] }) {
  const t = useTranslations('settings');
  const path = usePathname();
  const home = path === '/settings';
  const Title = home ? 'h1' : 'p';
  return (
    <nav
      aria-label={t('nav.label')}
      className={clsx('shrink-0 overflow-y-auto border-line bg-surface px-3 pt-5 pb-6 md:w-(--settings-nav) md:border-r', home ? 'max-md:min-h-0 max-md:flex-1' : 'max-md:hidden')}
    >
      <Title className="px-2 text-lg font-strong text-ink max-md:text-xl">{t('title')}</Title>
      {groups.map(({ key, sections }) => (
        <div key={key} className="mt-4">
          <h2 className="px-2 pb-1 text-xs font-label text-ink-3">{t(`nav.${key}`)}</h2>
          <ul>
            {sections.map((section) => {
              const href = `/settings/${section}`;
              const here = path === href || path.startsWith(`${href}/`);
              return (
                <li key={section}>
                  <Link
                    href={href}
                    aria-current={here ? 'page' : undefined}
                    className={clsx(
                      'flex min-h-7 items-center justify-between rounded-md px-2 text-sm transition-colors duration-(--t-fast) max-md:min-h-12 max-md:text-md',
                      here ? 'bg-accent-tint font-strong text-accent-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
                    )}
                  >
                    {t(`nav.${section}`)}
                    <ChevronRight aria-hidden size={16} strokeWidth={1.75} className="text-ink-3 md:hidden" />
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
