import { clsx } from 'clsx';
import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, accent: CircleCheck, caution: TriangleAlert, stop: OctagonX } as const;

export interface BannerProps {
  tone?: keyof typeof ICONS;
  /** What is, in bold; then `children`: what to do. */
  title?: ReactNode;
  action?: ReactNode;
  /** A code in small mono at the end. */
  code?: string;
  className?: string;
  children?: ReactNode;
}

/** Something to know inside the panel it concerns. */
export function Banner({ tone = 'info', title, action, code, className, children }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === 'stop' ? 'alert' : 'status'}
      className={clsx(
        'flex flex-wrap gap-x-3 gap-y-2 rounded-lg border px-3.5 py-2.5 text-sm text-ink',
        {
          info: 'border-line bg-sunken', accent: 'border-accent-line bg-accent-tint',
          caution: 'border-caution-line bg-caution-tint', stop: 'border-stop-line bg-stop-tint',
        }[tone],
        className,
      )}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={clsx('mt-0.5 shrink-0', { info: 'text-ink-2', accent: 'text-accent', caution: 'text-caution', stop: 'text-stop' }[tone])} />
      <div className="min-w-0 flex-1 basis-52">
        {title ? <strong className="font-strong">{title}</strong> : null}
        {title && children ? ' ' : null}
        {children}
        {code ? <code className="ml-1.5 font-mono text-xs text-ink-3">{code}</code> : null}
      </div>
      {action ? <div className="ml-auto shrink-0">{action}</div> : null}
    </div>
  );
}
