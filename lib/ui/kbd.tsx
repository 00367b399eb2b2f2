import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** A key or keys, such as `Ctrl K`. */
export function Kbd({ children, tone = 'normal' }: { children: ReactNode; tone?: 'normal' | 'inverse' }) {
  return (
    <kbd className={clsx('inline-flex min-w-5 items-center justify-center rounded-xs border px-1 font-mono text-2xs', tone === 'inverse' ? 'border-ink-3 text-bg' : 'border-line-strong bg-surface text-ink-3')}>
      {children}
    </kbd>
  );
}
