'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/lib/ui/icon-button';
import type { ListKind } from '../../_form/list-kind';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';

interface ListItemProps extends DataFieldProps {
  of: ListKind;
  number: number;
  count: number;
  removable: boolean;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}

/** One entry of a list with its buttons. */
export function ListItem({ of, spec, path, value, number, count, removable, onRemove, onMove }: ListItemProps) {
  const t = useTranslations('studio.list');
  const { readOnly, Field: DataField } = useFieldForm();
  return (
    <div role="group" aria-label={t('item', { of, number })} className="rounded-md border border-line bg-surface p-2.5 pt-1.5">
      <div className="mb-1 flex items-center justify-between">
        <span aria-hidden className="tabular text-2xs text-ink-3">{number}</span>
        {!readOnly && (
          <span className="flex">
            <IconButton size="sm" label={t('up', { of, number })} disabled={number === 1} onClick={() => onMove(-1)}>
              <ArrowUp aria-hidden size={14} strokeWidth={1.75} />
            </IconButton>
            <IconButton size="sm" label={t('down', { of, number })} disabled={number === count} onClick={() => onMove(1)}>
              <ArrowDown aria-hidden size={14} strokeWidth={1.75} />
            </IconButton>
            <IconButton size="sm" label={t('remove', { of, number })} disabled={!removable} onClick={onRemove}>
              <Trash2 aria-hidden size={14} strokeWidth={1.75} />
            </IconButton>
          </span>
        )}
      </div>
      <DataField spec={spec} path={path} value={value} hideLabel />
    </div>
  );
}
