import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One part of a panel, under its title. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="border-t border-line px-4 py-3.5 first:border-t-0">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-xs font-label text-ink-3">{title}</h2>
        {aside ? <span className="tabular text-xs text-ink-3">{aside}</span> : null}
      </div>
      {children}
    </section>
  );
}
