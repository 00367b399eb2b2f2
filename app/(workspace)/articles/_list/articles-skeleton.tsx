import { Skeleton } from '@/lib/ui/skeleton';

const WIDTHS = ['34%', '46%', '28%', '40%', '31%'];

/** The list before it is known, in its final geometry. */
export function ArticlesSkeleton() {
  return (
    <div aria-busy className="appear-late mt-30 overflow-hidden rounded-lg border border-line bg-surface pt-8">
      {WIDTHS.map((width) => (
        <div key={width} className="flex h-15 items-center border-t border-line px-5">
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3.5" style={{ width }} />
            <Skeleton className="h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
