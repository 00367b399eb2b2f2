import { MessageSquare, SearchX, Unplug } from 'lucide-react';

export type EmptyDrawingName = 'track' | 'card' | 'search' | 'offline';

/** The small drawings of empty states, made of cards and track. Decorative. */
export function EmptyDrawing({ name }: { name: EmptyDrawingName }) {
  if (name === 'search') return <SearchX aria-hidden size={48} strokeWidth={1.25} className="text-ink-3" />;
  if (name === 'offline') return <Unplug aria-hidden size={56} strokeWidth={1.25} className="text-stop" />;
  if (name === 'card') {
    return (
      <div aria-hidden className="relative h-[76px] w-32 rounded-card border border-line-strong bg-surface">
        <div className="flex h-9 items-center gap-2 border-b border-line px-2.5">
          <span className="flex size-[22px] items-center justify-center rounded-sm rounded-bl-none border border-talk-line bg-talk-tint text-talk"><MessageSquare size={12} strokeWidth={2} /></span>
          <span className="h-1.5 w-14 rounded-full bg-line-strong" />
        </div>
        <span className="absolute right-5 bottom-4 h-1.5 w-10 rounded-full bg-line" />
        <span className="absolute top-3.5 -left-1.5 size-2.5 rounded-full border-2 border-line-control bg-surface" />
        <span className="absolute -right-1.5 bottom-3.5 size-2.5 rounded-full border-2 border-line-control bg-surface" />
      </div>
    );
  }
  return (
    <svg aria-hidden width="200" height="44" viewBox="0 0 200 44" fill="none">
      <path d="M2 22h88" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
      <circle cx="102" cy="22" r="10" fill="var(--surface)" stroke="var(--accent)" strokeWidth="3" />
      <path d="M120 22h20" stroke="var(--line-strong)" strokeWidth="3" strokeLinecap="round" strokeDasharray="1 7" />
      <rect x="140" y="2" width="58" height="40" rx="6" stroke="var(--line-strong)" strokeWidth="1.5" strokeDasharray="4 4" />
    </svg>
  );
}
