'use client';

import { ErrorMessage } from '@/lib/ui/error-message';
import { Skeleton } from '@/lib/ui/skeleton';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { errorCode } from '../../../_trpc/error-code';

/** A read, as far as it is of interest here. */
interface Read {
  isPending: boolean;
  isError: boolean;
  data?: unknown;
  error: unknown;
  refetch: () => unknown;
}

/** What stands in place of a list that is not there yet, or did not come. */
export function ListState({ query }: { query: Read }) {
  if (query.isError && query.data === undefined) return <ErrorMessage className="mt-6" code={errorCode(query.error)} onRetry={() => void query.refetch()} />;
  if (!query.isPending) return null;
  return (
    <>
      <div aria-busy className="appear-late mt-6 rounded-lg border border-line bg-surface">
        {['38%', '52%', '30%', '44%'].map((width) => (
          <div key={width} className="flex h-13 items-center gap-3 border-b border-line px-5 last:border-b-0">
            <Skeleton className="size-7 rounded-full" />
            <Skeleton className="h-3.5" style={{ width }} />
          </div>
        ))}
      </div>
      <SlowNotice onRetry={() => void query.refetch()} />
    </>
  );
}
