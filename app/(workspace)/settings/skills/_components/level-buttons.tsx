'use client';

import { clsx } from 'clsx';
import { RadioGroup } from 'radix-ui';

const LEVELS = [0, 1, 2, 3, 4, 5];

/** The levels 0 to 5 to choose one of. */
export function LevelButtons({ label, level, onLevel }: { label: string; level: number; onLevel: (level: number) => void }) {
  return (
    <RadioGroup.Root aria-label={label} orientation="horizontal" value={String(level)} onValueChange={(next) => onLevel(Number(next))} className="flex gap-1">
      {LEVELS.map((value) => (
        <RadioGroup.Item
          key={value}
          value={String(value)}
          className={clsx('tabular inline-flex size-8 items-center justify-center rounded-md border border-line-control bg-surface text-sm text-ink hover:bg-sunken pointer-coarse:size-11', 'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:font-strong data-[state=checked]:text-on-accent')}
        >
          {value}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
