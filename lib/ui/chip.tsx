import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';

export interface ChipProps extends ComponentPropsWithRef<'span'> {
  /** Tinted (accent, caution, stop) = state; outlined = attribute; sunken = category; surface = on a tinted row. */
  tone?: 'accent' | 'caution' | 'stop' | 'outlined' | 'sunken' | 'surface';
  /** 12 to 14 px. Caution and stop never go without one. */
  icon?: ReactNode;
}

/** A state, an attribute or a category, 20 px high. */
export function Chip({ tone = 'sunken', icon, className, children, ...rest }: ChipProps) {
  return (
    <span
      {...rest}
      className={clsx(
        'inline-flex min-h-5 max-w-full items-center gap-1 rounded-full border px-2 text-2xs font-medium',
        {
          accent: 'border-transparent bg-accent-tint text-accent-ink',
          caution: 'border-transparent bg-caution-tint text-caution',
          stop: 'border-transparent bg-stop-tint text-stop',
          outlined: 'border-line-strong text-ink-2',
          sunken: 'border-transparent bg-sunken text-ink-2',
          surface: 'border-transparent bg-surface text-ink-2',
        }[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
