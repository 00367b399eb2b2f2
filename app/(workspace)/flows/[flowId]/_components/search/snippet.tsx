import type { FlowMatch } from '../../_editor/search/search-flow';

/** Part of a text with the words that were looked for. */
export function Snippet({ match: { snippet, start, end, language } }: { match: FlowMatch }) {
  return (
    <span lang={language ?? undefined} className="min-w-0 flex-1 truncate">
      {snippet.slice(0, start)}
      <mark className="rounded-xs bg-accent-tint-2 font-medium text-ink">{snippet.slice(start, end)}</mark>
      {snippet.slice(end)}
    </span>
  );
}
