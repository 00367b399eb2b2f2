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
        <path d="M3.2 7.6h6.1c1.1 0 2 .5 2 1.4v6c0 .9-.9 1.4-2 1.4H3.2a4.4 4.4 0 0 1 0-8.8Z" fill="var(--ink)" />
        <path d="M20.8 7.6h-6.6c-.7 0-1 .5-.7 1.1 1 2 1 4.6 0 6.6-.3.6 0 1.1.7 1.1h6.6a4.4 4.4 0 0 0 0-8.8Z" fill="var(--accent)" />
      </g>
    </svg>
  );
}
