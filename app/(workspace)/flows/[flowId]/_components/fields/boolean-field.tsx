'use client';

import { useId } from 'react';
import { Switch } from '@/lib/ui/switch';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { useFieldTexts } from './use-field-texts';

export function BooleanField({ path, value }: DataFieldProps) {
  const { set, readOnly } = useFieldForm();
  const { label, help } = useFieldTexts(path);
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-3">
      <div>
        <label htmlFor={id} className="text-xs font-label text-ink-2">{label}</label>
        {help && <p className="text-xs text-ink-3">{help}</p>}
      </div>
      <Switch id={id} checked={value === true} disabled={readOnly} onCheckedChange={(on) => set(path, on)} />
    </div>
  );
}
