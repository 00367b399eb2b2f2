import { Minus, Plus } from 'lucide-react';

/** One field: what it said on red, what it says on green, each with its sign. */
export function FieldBeforeAfter({ label, before, after, lang }: { label: string; before: string; after: string; lang?: string | undefined }) {
  return (
    <div className="mt-2">
      <p className="text-xs font-label text-ink-2">{label}</p>
      <dl className="mt-1 overflow-hidden rounded-md border border-line text-sm">
        {before === '' ? null : <Side tone="bg-stop-tint" icon={<Minus aria-hidden size={12} strokeWidth={2.5} className="mt-1 shrink-0 text-stop" />} lang={lang}>{before}</Side>}
        {after === '' ? null : <Side tone="bg-accent-tint" icon={<Plus aria-hidden size={12} strokeWidth={2.5} className="mt-1 shrink-0 text-accent" />} lang={lang}>{after}</Side>}
      </dl>
    </div>
  );
}

function Side({ tone, icon, lang, children }: { tone: string; icon: React.ReactNode; lang?: string | undefined; children: string }) {
  return (
    <dd lang={lang} className={`flex gap-2 px-2.5 py-1.5 [overflow-wrap:anywhere] whitespace-pre-wrap text-ink ${tone}`}>
      {icon}
      <span className="min-w-0">{children}</span>
    </dd>
  );
}
