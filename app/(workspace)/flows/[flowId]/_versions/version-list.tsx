'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FlowView, VersionRow } from '@/lib/api/view-models';
import { Avatar } from '@/lib/ui/avatar';
import { Chip } from '@/lib/ui/chip';
import { Time } from '@/lib/ui/time';
import type { Looked } from './use-versions';

interface VersionListProps {
  flowId: string;
  rows: readonly VersionRow[];
  /** Absent when the flow is archived. */
  draft: FlowView | undefined;
  looked: Looked;
}

/** The draft, then every version, the newest first: who, when, why, and how many conversations run on it. */
export function VersionList({ flowId, rows, draft, looked }: VersionListProps) {
  const t = useTranslations('flows.versions');
  const differs = draft && draft.published?.draftRevision !== draft.revision;
  return (
    <nav aria-label={t('list')} className="w-72 shrink-0 overflow-y-auto border-r border-line bg-surface max-[899px]:w-full max-[899px]:overflow-visible max-[899px]:border-r-0">
      <ol>
        {draft ? (
          <Row href={`/flows/${flowId}/versions?v=draft`} current={looked === 'draft'}>
            <p className="text-sm font-strong text-ink">{t('draft')}</p>
            <p className="text-xs text-ink-2">{t(differs ? 'draftDiffers' : 'draftSame')}</p>
          </Row>
        ) : null}
        {rows.map((row) => (
          <Row key={row.number} href={`/flows/${flowId}/versions?v=${row.number}`} current={looked === row.number}>
            <p className="flex items-center gap-2">
              <span className="tabular text-sm font-strong text-ink">{t('version', { number: row.number })}</span>
              {row.current ? <Chip tone={looked === row.number ? 'surface' : 'accent'}>{t('live')}</Chip> : null}
            </p>
            {row.note ? <p className="line-clamp-3 text-sm [overflow-wrap:anywhere] text-ink">{row.note}</p> : null}
            <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-ink-2">
              {row.byName ? <Avatar name={row.byName} size={20} /> : null}
              {row.byName ? <span>{row.byName}</span> : null}
              <Time at={row.at} className="tabular" />
            </p>
            {row.activeConversations > 0 ? <p className="tabular text-xs text-ink-2">{t('running', { count: row.activeConversations })}</p> : null}
          </Row>
        ))}
      </ol>
      {rows.length === 0 ? <p className="px-4 py-3 text-sm text-ink-2">{t('none')}</p> : null}
    </nav>
  );
}

function Row({ href, current, children }: { href: string; current: boolean; children: React.ReactNode }) {
  return (
    <li className="border-b border-line">
      <Link
        href={href}
        aria-current={current ? 'true' : undefined}
        className={clsx('flex min-h-11 flex-col gap-1 px-4 py-3 -outline-offset-2', current ? 'bg-accent-tint shadow-[inset_2px_0_var(--accent)]' : 'hover:bg-sunken')}
      >
        {children}
      </Link>
    </li>
  );
}
