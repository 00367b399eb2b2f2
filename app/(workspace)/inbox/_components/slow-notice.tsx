'use client';
import { Button } from '@/lib/ui/button';
import { Spinner } from '@/lib/ui/spinner';
import { useSlow } from '../_state/use-slow';

/** After eight seconds of waiting: a sentence, and a way to try again. */
export function SlowNotice({ waiting, text, retry, onRetry }: { waiting: boolean; text: string; retry: string; onRetry: () => void }) {
  const slow = useSlow(waiting);
  if (!slow) return null;
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 px-3.5 py-3 text-xs text-ink-2">
      <Spinner size={14} />
      <span className="flex-1">{text}</span>
      <Button size="sm" onClick={onRetry}>{retry}</Button>
    </p>
  );
}
