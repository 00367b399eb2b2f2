'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useContext } from 'react';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { FlowNames } from '@/flows/nodes/flow-names';
import type { Coverage } from '@/flows/simulator/coverage';
import { FamilyTile } from '@/lib/ui/family-tile';
import { familyOf, uiOf } from '../../../flows/[flowId]/_editor/ui-of';
import { StudioContext } from '../../../flows/[flowId]/_editor/use-studio';

interface NotCoveredProps {
  coverage: Coverage;
  document: FlowDocument;
  names: FlowNames;
  /** Over the canvas, where a way out flies to its step; or below the list, where there is no canvas. */
  form: 'card' | 'list';
}

/** The ways out no test has taken. */
export function NotCovered({ coverage: { ports, taken }, document, names, form }: NotCoveredProps) {
  const t = useTranslations('tests.notCovered');
  const studio = useContext(StudioContext);
  const missing = ports.filter(({ tests }) => tests.length === 0);
  if (missing.length === 0) return null;
  return (
    <section
      aria-label={t('title')}
      className={clsx(form === 'card' ? 'absolute top-3 right-3 flex max-h-[calc(100%-24px)] w-64 flex-col rounded-lg bg-raised pt-3 shadow-float max-[1119px]:hidden' : 'border-t border-line pt-4')}
    >
      <h2 className="px-3.5 text-sm font-strong text-ink">{t('title')}</h2>
      <p className="tabular px-3.5 pb-2 text-xs text-ink-3">{t('count', { missing: missing.length, total: taken + missing.length })}</p>
      <ul className={clsx('min-h-0 border-t border-line', form === 'card' && 'overflow-y-auto')}>
        {missing.map(({ node, port }) => {
          const words = (
            <>
              <FamilyTile family={familyOf(document.nodes[node]?.type ?? '')} icon={uiOf(document.nodes[node]?.type ?? '').icon} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm text-ink">{names.step(node)}</span>
                <span className="block truncate text-xs text-ink-3">{names.port(node, port)}</span>
              </span>
            </>
          );
          const row = 'flex w-full items-center gap-2.5 px-3.5 py-1.5 text-left';
          return (
            <li key={`${node}/${port}`} className="border-b border-line last:border-b-0">
              {form === 'card' ? <button type="button" onClick={() => studio?.flyTo(node)} className={`${row} -outline-offset-2 hover:bg-sunken`}>{words}</button> : <div className={row}>{words}</div>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
