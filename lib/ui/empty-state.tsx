import type { ReactNode } from 'react';
import { EmptyDrawing, type EmptyDrawingName } from './empty-drawing';

export interface EmptyStateProps {
  drawing?: EmptyDrawingName;
  /** One serif line. */
  title: ReactNode;
  /** One sentence. */
  children?: ReactNode;
  /** One way forward, two at most. */
  actions?: ReactNode;
  /** Level of the heading; 2 by default. */
  as?: 'h1' | 'h2' | 'h3';
}

/** Nothing here: says what it means and what to do next. */
export function EmptyState({ drawing = 'track', title, children, actions, as: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-96 flex-col items-center px-4 py-12 text-center">
      <EmptyDrawing name={drawing} />
      <Heading className="mt-8 font-serif text-[24px] leading-8 font-[420] tracking-[-0.018em] text-balance text-ink">{title}</Heading>
      {children ? <p className="mt-2 text-md text-pretty text-ink-2">{children}</p> : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
