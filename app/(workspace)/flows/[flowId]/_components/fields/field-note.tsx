import { TriangleAlert } from 'lucide-react';

/** Help below a field, or the compiler's warning about it in its place. */
export function FieldNote({ help, warning }: { help: string | undefined; warning: string | undefined }) {
  if (!warning) return help ?? null;
  return (
    <span className="flex gap-1.5 text-caution">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
      <span>{warning}</span>
    </span>
  );
}
