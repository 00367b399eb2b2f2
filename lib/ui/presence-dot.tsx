import { clsx } from 'clsx';

/** Disc = available, ring with a gap = away, ring = offline: told by shape before colour. Decorative: words stand beside. */
export function PresenceDot({ presence, className }: { presence: 'available' | 'away' | 'offline'; className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'inline-block size-2.5 shrink-0 rounded-full border-2',
        { available: 'border-live bg-live', away: 'border-caution-fill bg-linear-to-r from-caution-fill from-50% to-transparent to-50%', offline: 'border-line-control' }[presence],
        className,
      )}
    />
  );
}
