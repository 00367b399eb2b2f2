import type { ReactNode } from 'react';

export interface TopBarProps {
  /** Where I am: crumbs and the page's `h1`. */
  where: ReactNode;
  /** State: version, saved, offline. */
  state?: ReactNode;
  /** In the middle: search. */
  middle?: ReactNode;
  /** People, secondary acts, then one primary at the far right. */
  actions?: ReactNode;
}

/** The bar over a page that fills the window: 48 high, 60 on a phone. */
export function TopBar({ where, state, middle, actions }: TopBarProps) {
  return (
    <header className="flex min-h-[60px] shrink-0 items-center gap-3 border-b border-line bg-surface px-4 md:min-h-(--topbar)">
      <div className="flex min-w-0 items-center gap-3">
        <div className="flex min-w-0 items-center gap-2 text-sm">{where}</div>
        {state}
      </div>
      {middle ? <div className="flex min-w-0 flex-1 justify-center">{middle}</div> : <div className="flex-1" />}
      {actions ? <div className="flex shrink-0 items-center gap-2">{actions}</div> : null}
    </header>
  );
}
