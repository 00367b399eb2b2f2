import clsx from 'clsx';
import { OctagonX, TriangleAlert } from 'lucide-react';

/** Signal and count on the card's top edge; errors before warnings. The card's name says the same in words. */
export function CardBadge({ errors, warnings }: { errors: number; warnings: number }) {
  const count = errors || warnings;
  if (count === 0) return null;
  const Icon = errors ? OctagonX : TriangleAlert;
  return (
    <span
      aria-hidden
      className={clsx(
        'tabular absolute -top-[9px] right-2.5 inline-flex h-[18px] items-center gap-1 rounded-full px-1.5 text-2xs font-strong',
        errors ? 'bg-stop-fill text-on-stop' : 'bg-caution text-surface',
      )}
    >
      <Icon size={11} strokeWidth={2.25} />
      {count}
    </span>
  );
}
