export interface MarkProps {
  /** Pixels, square. */
  size?: number;
  /** Read aloud; leave it out where the name stands beside. */
  label?: string;
  className?: string;
}

/** Two halves of a baton, ink and accent. Never boxed, never in one colour. */
export function Mark({ size = 24, label, className }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" className={className} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      <g transform="rotate(-45 12 12)">
        <rect x="-1" y="8.42" width="12" height="7.16" rx="3.58" fill="var(--ink)" />
        <path d="M13.23 8.42h8.19a3.58 3.58 0 0 1 0 7.16h-8.19a6.8 6.8 0 0 0 0-7.16Z" fill="var(--accent)" />
      </g>
    </svg>
  );
}
