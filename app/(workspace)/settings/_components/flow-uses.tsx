'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FlowUse } from '@/lib/api/view-models';

/** The flows that name something, each with how often, and the way there. */
export function FlowUses({ flows }: { flows: readonly FlowUse[] }) {
  const t = useTranslations('settings.uses');
  return (
    <ul className="space-y-1.5">
      {flows.map(({ flowId, name, draft, live }) => (
        <li key={flowId} className="text-sm">
          <Link href={`/flows/${flowId}`} className="font-medium text-accent underline underline-offset-2 [overflow-wrap:anywhere] pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center">{name}</Link>
          <span className="block text-xs text-ink-3">
            {[draft > 0 && t('draft', { count: draft }), live > 0 && t('live', { count: live })].filter((part) => part !== false).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
