import { Skeleton } from '@/lib/ui/skeleton';

/** The editor before the article is known, in its final geometry. */
export function EditorSkeleton() {
  return (
    <div aria-busy className="appear-late px-4 pt-16 md:px-10">
      <div className="max-w-160 space-y-6">
        <Skeleton className="h-7 w-44" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-32 w-full" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-8 w-2/3" />
      </div>
    </div>
  );
}
