import { clsx } from 'clsx';

const BARS = [1, 2, 3, 4, 5];

/** A level as a number over five bars; a dot for none. */
export function LevelMeter({ level }: { level: number }) {
  if (level === 0) return <span className="text-ink-3">·</span>;
  return (
    <span className="inline-flex flex-col items-center gap-1">
      <span className="tabular text-sm leading-4 font-strong text-ink">{level}</span>
      <span className="flex gap-0.5">
        {BARS.map((bar) => <span key={bar} className={clsx('h-1 w-2 rounded-[1px]', bar <= level ? 'bg-accent' : 'bg-line-strong')} />)}
      </span>
    </span>
  );
}
