import { clsx } from 'clsx';
import { LoaderCircle } from 'lucide-react';

/** Work under way, 16 px. Decorative: the control that shows it carries `aria-busy`. */
export function Spinner({ className, size = 16 }: { className?: string; size?: number }) {
  return <LoaderCircle aria-hidden size={size} strokeWidth={1.75} className={clsx('spin', className)} />;
}
