import { Skeleton } from '@/lib/ui/skeleton';

/** A thread to come, in its final geometry. */
export function ConversationSkeleton() {
  return (
    <div aria-hidden className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-13 items-center gap-3 border-b border-line bg-surface px-5 max-md:min-h-15">
        <Skeleton className="h-3 w-40" />
      </div>
      <div className="mx-auto flex w-full max-w-[860px] flex-1 flex-col gap-3 px-5 py-4">
        <Skeleton className="h-10 w-full rounded-lg" />
        <Skeleton className="h-24 w-full rounded-lg" />
        <Skeleton className="h-10 w-3/5 rounded-lg" />
        <Skeleton className="h-14 w-1/2 self-end rounded-lg" />
        <Skeleton className="h-10 w-2/5 rounded-lg" />
      </div>
    </div>
  );
}
