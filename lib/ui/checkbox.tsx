'use client';

import { Check } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';

export interface CheckboxProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: ReactNode;
  /** One line under the label. */
  help?: ReactNode;
  disabled?: boolean;
}

/** One of several things that may be chosen together; takes effect with the form it stands in. */
export function Checkbox({ checked, onCheckedChange, label, help, disabled = false }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex min-h-8 items-start gap-2.5 py-1.5 pointer-coarse:min-h-11 pointer-coarse:py-3">
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next === true)}
        aria-describedby={help ? `${id}-help` : undefined}
        className="touch-target mt-0.5 inline-flex size-4 shrink-0 items-center justify-center rounded-xs border border-line-control bg-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50"
      >
        <Radix.Indicator><Check aria-hidden size={12} strokeWidth={2.5} className="text-on-accent" /></Radix.Indicator>
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm text-ink [overflow-wrap:anywhere]">{label}</label>
        {help ? <p id={`${id}-help`} className="text-xs text-ink-3">{help}</p> : null}
      </div>
    </div>
  );
}
