'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { StepCardProps } from './card-props';
import { useStepLight } from './lit-context';

/** What makes an element the focusable card of a step: its name for screen readers, its state, its place in the tab order. */
export function useCardFrame({ step, selected, index, total }: StepCardProps) {
  const t = useTranslations('studio.card');
  const light = useStepLight(step.node.id);
  const errors = step.problems.filter(({ severity }) => severity === 'error').length;
  const warnings = step.problems.length - errors;
  return {
    errors,
    warnings,
    frame: {
      role: 'group',
      tabIndex: 0,
      'data-step': step.node.id,
      'aria-label': t('announce', { title: step.title, type: step.typeName, ports: step.ports.length, errors, warnings, index, total, light: light ?? 'none' }),
      'aria-roledescription': t('role'),
      'aria-current': light === 'now' ? 'step' : undefined,
      className: clsx('studio-step', errors > 0 ? 'has-error' : warnings > 0 && 'has-warning', selected && 'is-selected', light && `is-${light}`),
    },
  } as const;
}
