'use client';

import { useTranslations } from 'next-intl';
import type { StepView } from '../../_editor/use-step';
import { ExitField } from './exit-field';

/** Where each way out leads: links without drawing. */
export function ExitsTab({ step }: { step: StepView }) {
  const t = useTranslations('studio.inspector');
  if (step.ports.length === 0) return <p className="text-sm text-ink-3">{t('noExits')}</p>;
  return (
    <div className="flex flex-col gap-4">
      {step.ports.map((view) => (
        <ExitField key={view.port.id} step={step} view={view} />
      ))}
    </div>
  );
}
