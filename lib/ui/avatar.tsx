import { clsx } from 'clsx';

const TINTS = [
  'bg-time-tint text-time', 'bg-know-tint text-know', 'bg-think-tint text-think',
  'bg-route-tint text-route', 'bg-act-tint text-act', 'bg-talk-tint text-talk',
] as const;

export interface AvatarProps {
  name: string;
  /** Pixels: 20, 24, 28, 32, 40. */
  size?: number;
  presence?: 'available' | 'away' | 'offline';
  /** Read aloud; leave it out where the name stands beside. */
  label?: string;
  className?: string;
}

/** A person's initials, always in the same colour for the same name. */
export function Avatar({ name, size = 28, presence, label, className }: AvatarProps) {
  return (
    <span
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      style={{ width: size, height: size, fontSize: Math.max(10, Math.round(size * 0.36)) }}
      className={clsx('relative inline-flex shrink-0 items-center justify-center rounded-full font-strong', TINTS[hash(name) % TINTS.length], className)}
    >
      {initials(name)}
      {presence ? (
        <span
          className={clsx('absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-surface', {
            available: 'bg-live', away: 'bg-caution-fill', offline: 'bg-line-control',
          }[presence])}
        />
      ) : null}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] ?? '' : '';
  return (first + last).toUpperCase();
}

function hash(name: string): number {
  let value = 0;
  for (const char of name) value = (value * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
