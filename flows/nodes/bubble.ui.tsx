import { fallbackChain, type Locale, type LocalizedText } from '../document/localized-text';

interface BubbleProps {
  text: LocalizedText;
  language: Locale;
  languages: readonly Locale[];
}

/** What stands for something known later, and what only steers the template: the customer sees no tags. */
const PLACEHOLDER = /(\{\{.*?\}\})/;
const TAG = /\{%.*?%\}/gs;

/** One text as the customer will read it, at most four lines. Amber when it is another language's text that stands in. */
export function Bubble({ text, language, languages }: BubbleProps) {
  const found = fallbackChain(language, languages).find((locale) => (text[locale] ?? '').trim() !== '');
  if (found === undefined) return null;
  const own = fallbackChain(language, []).includes(found);
  return (
    <p
      lang={found}
      className={`w-fit max-w-full rounded-[10px] rounded-bl-[3px] px-2.5 py-1.5 text-[12px] leading-[17px] break-words ${
        own ? 'bg-(--bubble-in) text-(--bubble-in-ink)' : 'bg-caution-tint text-ink'
      }`}
    >
      <span className="line-clamp-4">
        {(text[found] ?? '')
          .replace(TAG, '')
          .split(PLACEHOLDER)
          .map((piece, index) =>
            PLACEHOLDER.test(piece) ? (
              <span key={index} className="rounded-xs bg-accent-tint px-1 font-mono text-[11px] text-accent-ink">
                {piece.replace(/^\{\{-?\s*|\s*-?\}\}$/g, '')}
              </span>
            ) : (
              piece
            ),
          )}
      </span>
    </p>
  );
}
