'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';

export interface CheckboxProps {
  checked: boolean | 'indeterminate';
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  disabled?: boolean;
}

/** A box to tick, with its words. */
export function Checkbox({ checked, onCheckedChange, label, disabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <span className="inline-flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        className="touch-target inline-flex size-4 shrink-0 items-center justify-center rounded-xs border border-line-control bg-surface text-on-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:opacity-50"
      >
        <Radix.Indicator>
          {checked === 'indeterminate' ? <Minus aria-hidden size={12} strokeWidth={2.5} /> : <Check aria-hidden size={12} strokeWidth={2.5} />}
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className="text-sm text-ink">{label}</label>
    </span>
  );
}
