import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title: what is here, with its numbers. */
  summary?: ReactNode;
  /** Secondary acts, then the one primary at the far right. */
  actions?: ReactNode;
}

/** The head of a page without a top bar: the serif title and its acts. */
export function PageHeader({ title, summary, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 className="display-2 text-ink">{title}</h1>
        {summary ? <p className="tabular mt-1 min-h-5 text-sm text-ink-2">{summary}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
