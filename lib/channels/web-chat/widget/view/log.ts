import type { Row } from '../thread';
import type { Texts } from '../texts';
import { element } from './element';
import { icon } from './icon';
import { rowElement, type RowContext } from './row-element';

export interface Log {
  element: HTMLElement;
  render(rows: readonly Row[]): void;
  /** Everything again: the texts or the shop's name have changed. */
  reset(): void;
  focus(): void;
}

/** Distance to the end, in pixels, within which the reader is taken to follow. */
const NEAR_END = 96;

/** The conversation. Rows keep their elements while they stay the same, so that only what is new is read aloud. */
export function createLog(context: RowContext): Log {
  const list = element('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', tabindex: '0' });
  let shown = new Map<string, { row: string; made: HTMLElement }>();
  let follows = true;
  list.onscroll = () => {
    follows = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
  };
  // The field grows, the keyboard rises, the notice appears: the last message stays in sight.
  new ResizeObserver(() => {
    if (follows) list.scrollTop = list.scrollHeight;
  }).observe(list);
  return { element: list, render, reset, focus: () => list.focus({ preventScroll: true }) };

  function render(rows: readonly Row[]): void {
    list.setAttribute('aria-label', context.texts.say('log'));
    const wrote = rows.some((row) => row.kind === 'bubble' && row.from === 'customer' && !shown.has(row.key));
    const next: typeof shown = new Map();
    if (rows.length === 0) list.replaceChildren(greeting(context.texts));
    else if (shown.size === 0) list.replaceChildren();
    let before: Element | null = null;
    for (const row of rows) {
      const now = JSON.stringify(row);
      const known = shown.get(row.key);
      const made: HTMLElement = known?.row === now ? known.made : rowElement(row, context);
      if (known && known.made !== made) known.made.replaceWith(made);
      const place: Element | null = before ? before.nextElementSibling : list.firstElementChild;
      if (place !== made) list.insertBefore(made, place);
      next.set(row.key, { row: now, made });
      before = made;
    }
    for (const [key, { made }] of shown) if (!next.has(key)) made.remove();
    shown = next;
    follows ||= wrote;
    if (follows) list.scrollTop = list.scrollHeight;
  }

  function reset(): void {
    shown = new Map();
    list.replaceChildren();
  }
}

function greeting(texts: Texts): HTMLElement {
  return element(
    'div',
    { class: 'greeting' },
    element('span', { class: 'drawing', 'aria-hidden': 'true' }, element('span', { class: 'card' }, icon('chat', 16)), element('span', { class: 'track' }, element('i')), element('span', { class: 'card round' }, icon('person', 18))),
    element('strong', {}, texts.say('greeting')),
    element('span', {}, texts.say('greetingHelp')),
  );
}
