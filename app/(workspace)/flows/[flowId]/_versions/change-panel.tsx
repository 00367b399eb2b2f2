'use client';

import { Minus, Pencil, Plus, Workflow, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isSameFlow, type DocumentDiff } from '@/flows/document/compare-documents';
import type { FlowDocument } from '@/flows/document/flow-document';
import { ChangedStep } from './changed-step';
import { FieldBeforeAfter } from './field-before-after';
import type { Looked, useVersions } from './use-versions';
import { valueText } from './value-text';

interface ChangePanelProps {
  looked: Looked;
  previous: ReturnType<typeof useVersions>['previous'];
  after: FlowDocument;
  /** Null where there is no version before. */
  diff: DocumentDiff | null;
}

/** What a version changed against the one before it, step by step, in words. */
export function ChangePanel({ looked, previous, after, diff }: ChangePanelProps) {
  const t = useTranslations('flows.versions');
  const before = previous?.document;
  const changes = diff && before ? changedSteps(diff) : [];
  const count = changes.length + (diff?.document.length ?? 0) + (diff?.triggers.length ?? 0);
  return (
    <aside aria-label={t('changes')} className="w-[344px] shrink-0 overflow-y-auto border-l border-line bg-surface p-4 max-[899px]:w-full max-[899px]:overflow-visible max-[899px]:border-l-0">
      <h2 className="text-lg font-strong text-ink">{diff ? t('changeCount', { count }) : t('firstVersion')}</h2>
      <p className="mt-0.5 text-xs text-ink-2">
        {diff && previous ? t('against', { number: previous.number }) : t('firstText', { draft: looked === 'draft' ? 'yes' : 'no', steps: Object.keys(after.nodes).length })}
      </p>
      {diff && isSameFlow(diff) ? <p className="mt-4 text-sm text-ink-2">{t('same')}</p> : null}
      {diff && before ? (
        <>
          <ul className="mt-3 flex flex-col gap-1 text-xs text-ink-2">
            {diff.added.length > 0 ? <Sum icon={<Plus aria-hidden size={14} strokeWidth={2} className="text-accent" />}>{t('added', { count: diff.added.length })}</Sum> : null}
            {changes.length > diff.added.length + diff.removed.length ? (
              <Sum icon={<Pencil aria-hidden size={14} strokeWidth={2} className="text-(--talk)" />}>{t('changed', { count: changes.length - diff.added.length - diff.removed.length })}</Sum>
            ) : null}
            {diff.removed.length > 0 ? <Sum icon={<Minus aria-hidden size={14} strokeWidth={2} className="text-stop" />}>{t('removed', { count: diff.removed.length })}</Sum> : null}
          </ul>
          <ul className="mt-4 flex flex-col gap-4">
            {diff.document.map(({ path, before: old, after: next }) => (
              <li key={path}>
                <p className="flex items-center gap-2 text-sm font-strong text-ink"><Workflow aria-hidden size={16} strokeWidth={1.75} className="text-ink-2" />{t('flow')}</p>
                <FieldBeforeAfter label={t(`fields.${path}`)} before={valueText(old)} after={valueText(next)} />
              </li>
            ))}
            {diff.triggers.map(({ id, before: old, after: next }) => (
              <li key={`trigger ${id}`}>
                <p className="flex items-center gap-2 text-sm font-strong text-ink"><Zap aria-hidden size={16} strokeWidth={1.75} className="text-ink-2" />{t('flow')}</p>
                <FieldBeforeAfter label={t('fields.trigger')} before={valueText(old)} after={valueText(next)} />
              </li>
            ))}
            {changes.map((id) => <ChangedStep key={id} id={id} diff={diff} before={before} after={after} />)}
          </ul>
        </>
      ) : null}
    </aside>
  );
}

function Sum({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return <li className="flex items-center gap-2">{icon}{children}</li>;
}

/** Added, changed or rewired, removed: each step once. */
function changedSteps({ added, changed, rewired, removed }: DocumentDiff): string[] {
  return [...new Set([...added, ...changed.map(({ id }) => id), ...rewired.map(({ from }) => from), ...removed])];
}
