'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';

const DOORS = ['edit', 'simulate', 'tests', 'versions'] as const;
export type FlowDoor = (typeof DOORS)[number];

const HREFS: Record<FlowDoor, (flowId: string) => string> = {
  edit: (flowId) => `/flows/${flowId}`,
  simulate: (flowId) => `/simulate/${flowId}`,
  tests: (flowId) => `/tests/${flowId}`,
  versions: (flowId) => `/flows/${flowId}/versions`,
};

/** The four sides of one flow. `step` is kept from one to the next; `open` leaves out what this person may not enter. */
export function FlowDoors({ flowId, here, step = null, open = DOORS }: { flowId: string; here: FlowDoor; step?: string | null; open?: readonly FlowDoor[] }) {
  const t = useTranslations('shell');
  return (
    <nav aria-label={t('doors.label')} className="flex shrink-0 rounded-md bg-sunken">
      {DOORS.filter((door) => open.includes(door)).map((door) => (
        <Link
          key={door}
          href={`${HREFS[door](flowId)}${step === null ? '' : `?step=${encodeURIComponent(step)}`}`}
          aria-current={door === here ? 'page' : undefined}
          className={clsx(
            'inline-flex min-h-7 items-center rounded-md border px-2.5 text-xs pointer-coarse:min-h-11',
            door === here ? 'border-line-strong bg-surface font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink',
          )}
        >
          {t(`doors.${door}`)}
        </Link>
      ))}
    </nav>
  );
}
