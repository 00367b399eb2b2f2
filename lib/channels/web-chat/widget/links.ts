/** A stretch of a message: plain, or the text of a link with its address. */
export interface Stretch {
  text: string;
  href?: string;
}

const ADDRESS = /https?:\/\/[^\s<>"'`\p{C}]+/giu;
/** What ends a sentence rather than an address. A closing bracket belongs to the address only when it was opened there. */
const TAIL = /[.,;:!?…»”’)\]}]+$/u;

/** Finds http and https addresses, and nothing else, in a plain text. Joined, the stretches are the text again. */
export function findLinks(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = withoutTail(match[0]);
    const href = toHref(shown);
    if (href === null) continue;
    if (match.index > from) stretches.push({ text: text.slice(from, match.index) });
    stretches.push({ text: shown, href });
    from = match.index + shown.length;
  }
  if (from < text.length || stretches.length === 0) stretches.push({ text: text.slice(from) });
  return stretches;
}

function withoutTail(address: string): string {
  let kept = address;
  for (let tail = TAIL.exec(kept); tail; tail = TAIL.exec(kept)) {
    const last = kept.at(-1) ?? '';
    const opened = { ')': '(', ']': '[', '}': '{' }[last];
    if (opened !== undefined && kept.split(opened).length >= kept.split(last).length) return kept;
    kept = kept.slice(0, -1);
  }
  return kept;
}

function toHref(address: string): string | null {
  try {
    const url = new URL(address);
    // A name before the host (https://bank.example@evil.example) is only ever used to deceive.
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}
