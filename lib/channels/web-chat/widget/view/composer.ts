import type { Texts } from '../texts';
import { element } from './element';
import { icon } from './icon';

export interface Composer {
  element: HTMLElement;
  /** `closed`: the next message reopens the conversation, and the field says so. */
  render(closed: boolean): void;
  focus(): void;
}

const LONGEST = 4096;
const TELL_FROM = LONGEST * 0.8;

export function createComposer(texts: Texts, on: { send(text: string): void; typing(active: boolean): void }): Composer {
  const input = element('textarea', { rows: '1', dir: 'auto', enterkeyhint: 'send' });
  const button = element('button', { type: 'submit', class: 'send' }, icon('up', 18));
  const count = element('p', { class: 'count', role: 'status' });
  const form = element('form', { class: 'composer' }, element('div', { class: 'field' }, input, button), count);

  form.onsubmit = (event) => {
    event.preventDefault();
    send();
  };
  input.onkeydown = (event) => {
    // Enter also confirms what an input method proposes: that one is not a "send".
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  input.oninput = () => {
    refresh();
    on.typing(input.value.trim() !== '');
  };
  input.onblur = () => on.typing(false);
  return { element: form, render, focus: () => input.focus({ preventScroll: true }) };

  function render(closed: boolean): void {
    input.setAttribute('aria-label', texts.say('inputLabel'));
    input.placeholder = texts.say(closed ? 'inputPlaceholderClosed' : 'inputPlaceholder');
    button.setAttribute('aria-label', texts.say('send'));
    refresh();
  }

  function send(): void {
    const text = input.value.trim();
    if (text === '' || text.length > LONGEST) return;
    input.value = '';
    refresh();
    on.send(text);
    input.focus({ preventScroll: true });
  }

  function refresh(): void {
    const { length } = input.value.trim();
    // Not `disabled`: a button that vanishes from under the focus would lose the keyboard.
    button.setAttribute('aria-disabled', String(length === 0 || length > LONGEST));
    const said = length <= TELL_FROM ? '' : length > LONGEST ? texts.say('tooLong', { count: length - LONGEST }) : texts.say('charactersLeft', { count: LONGEST - length });
    if (count.textContent !== said) count.textContent = said;
    count.classList.toggle('over-limit', length > LONGEST);
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight}px`;
  }
}
