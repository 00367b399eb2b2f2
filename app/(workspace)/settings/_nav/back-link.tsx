import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** The way up, over a page's title; `phoneOnly` where the sections stand beside it otherwise. */
export function BackLink({ href, phoneOnly = false, children }: { href: string; phoneOnly?: boolean; children: ReactNode }) {
  return (
    <Link href={href} className={`mb-3 inline-flex min-h-7 items-center gap-1.5 rounded-sm text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-11${phoneOnly ? ' md:hidden' : ''}`}>
      <ArrowLeft aria-hidden size={16} strokeWidth={1.75} />
      {children}
    </Link>
  );
}
