import { Skeleton } from '@/lib/ui/skeleton';

const WIDTHS = [62, 48, 70, 55, 40];

/** Rows to come, in their final geometry. */
export function ListSkeleton() {
  return (
    <div aria-hidden>
      {WIDTHS.map((width, index) => (
        <div key={width} className="flex min-h-19 gap-3 border-b border-line px-3.5 py-2.5" style={{ opacity: 1 - index * 0.18 }}>
          <Skeleton className="size-9 shrink-0" style={{ borderRadius: 18 }} />
          <div className="flex-1 space-y-2 pt-1">
            <Skeleton className="h-2.5" style={{ width: `${width}%` }} />
            <Skeleton className="h-2.5" style={{ width: `${width + 24}%` }} />
          </div>
        </div>
      ))}
    </div>
  );
}
