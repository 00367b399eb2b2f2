import { clsx } from 'clsx';

export interface BadgeProps {
  count: number;
  /** Says what is counted, such as « 3 conversations à lire ». */
  label: string;
  tone?: 'accent' | 'stop' | 'quiet';
  className?: string;
}

/** A count that asks for attention; nothing when zero. */
export function Badge({ count, label, tone = 'accent', className }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      className={clsx(
        'tabular inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full px-1 text-2xs font-strong',
        { accent: 'bg-accent text-on-accent', stop: 'bg-stop-fill text-on-stop', quiet: 'bg-sunken text-ink-2' }[tone],
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
