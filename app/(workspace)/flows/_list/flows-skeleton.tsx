import { Skeleton } from '@/lib/ui/skeleton';

const WIDTHS = ['34%', '46%', '28%', '40%'];

/** The list before it is known, in its final geometry. */
export function FlowsSkeleton() {
  return (
    <div aria-busy className="appear-late mt-[68px] pointer-coarse:mt-20 overflow-hidden rounded-lg border border-line bg-surface pt-8">
      {WIDTHS.map((width) => (
        <div key={width} className="flex h-18 items-center gap-4 border-t border-line px-5">
          <Skeleton className="h-12 w-28 shrink-0 rounded-md max-sm:hidden" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3.5" style={{ width }} />
            <Skeleton className="h-3 w-16" />
          </div>
        </div>
      ))}
    </div>
  );
}
