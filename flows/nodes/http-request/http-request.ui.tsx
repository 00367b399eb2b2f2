import { Globe } from 'lucide-react';
import type { CardProps, NodeUi } from '../define-node-ui';
import { VariableChip } from '../variable-chip.ui';

type Data = { method: string; url: string; keep: { variable: string }[] };

export const httpRequestUi: NodeUi<Data> = { icon: Globe, Body: HttpRequestCard };

/** The method and where it goes, then the variables the answer fills. */
function HttpRequestCard({ data }: CardProps<Data>) {
  const kept = data.keep.filter(({ variable }) => variable !== '');
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="flex min-w-0 items-baseline gap-1.5 text-[12px] leading-4 text-ink-2">
        <span className="shrink-0 font-mono text-[11px] font-label text-ink">{data.method}</span>
        <span className="min-w-0 truncate font-mono text-[11px]">{data.url.replace(/^https?:\/\//i, '')}</span>
      </p>
      {kept.length > 0 && (
        <p className="flex min-w-0 flex-wrap items-center gap-1 text-[12px] leading-4 text-ink-3">
          <span aria-hidden>→</span>
          {kept.slice(0, 3).map(({ variable }, index) => (
            <VariableChip key={index} name={variable} />
          ))}
          {kept.length > 3 && <span>+{kept.length - 3}</span>}
        </p>
      )}
    </div>
  );
}
