import type { ReactNode } from 'react';

/** A page of reading and lists: scrolls as a whole, 28 above and 40 at the sides. */
export function PageBody({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="px-4 pt-5 pb-10 md:px-10 md:pt-7">{children}</div>
    </div>
  );
}
