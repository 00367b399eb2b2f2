'use client';

import { clsx } from 'clsx';
import { Switch as Radix } from 'radix-ui';

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string | undefined;
}

/** On or off, taking effect at once. */
export function Switch(props: SwitchProps) {
  return (
    <Radix.Root
      {...props}
      className={clsx(
        'touch-target inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-control bg-sunken p-px transition-colors duration-(--t-fast)',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50',
      )}
    >
      <Radix.Thumb className="size-4 rounded-full bg-line-control transition-transform duration-(--t-fast) data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
    </Radix.Root>
  );
}
