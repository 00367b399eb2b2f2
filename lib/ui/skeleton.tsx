import { clsx } from 'clsx';
import type { CSSProperties } from 'react';

/** A placeholder in the final geometry; appears after 300 ms. The region that holds it carries `aria-busy`. */
export function Skeleton({ className, style }: { className?: string; style?: CSSProperties }) {
  return <span aria-hidden style={style} className={clsx('appear-late block rounded-sm bg-sunken', className)} />;
}
