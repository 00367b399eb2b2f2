import type { ChatState } from '../chat-state';
import type { Texts } from '../texts';
import { threadRows } from '../thread';
import { createComposer } from './composer';
import { element } from './element';
import { icon } from './icon';
import { createLog } from './log';
import { avatar, mark } from './mark';

export interface Business {
  name: string;
  logo: string | null;
}

export interface Panel {
  element: HTMLElement;
  render(state: Readonly<ChatState>, troubled: boolean): void;
  /** The texts or the shop's name have changed. */
  reset(): void;
  focus(): void;
  /** Over the whole of a small screen the page behind cannot be seen: Tab stays in the window. */
  keepInside(event: KeyboardEvent): void;
}

/** As in widget.css. */
const FULL_SCREEN = '(max-width: 479.98px)';

/** The open window: who answers, the conversation, the field. */
export function createPanel(
  texts: Texts,
  business: Business,
  on: { close(): void; send(text: string): void; typing(active: boolean): void; press(messageId: string, option: { value: string; label: string }): void; retry(id: string): void },
): Panel {
  const { say } = texts;
  const face = element('span', { class: 'face' });
  const title = element('h2', {});
  const subtitle = element('p', { class: 'subtitle' });
  const close = element('button', { type: 'button', class: 'close' }, icon('down', 20));
  const notice = element('div', { class: 'notice', role: 'alert', hidden: '' });
  const writing = element('p', { class: 'sr', role: 'status' });
  const log = createLog({
    texts,
    business,
    retry: on.retry,
    press(messageId, option) {
      on.press(messageId, option);
      focus();
    },
  });
  const composer = createComposer(texts, on);
  const panel = element('section', { class: 'panel', role: 'dialog', hidden: '' }, element('header', {}, face, element('div', { class: 'who' }, title, subtitle), close), notice, log.element, writing, composer.element);
  let shownFace = '';
  close.onclick = on.close;
  return { element: panel, render, reset, focus, keepInside };

  function render(state: Readonly<ChatState>, troubled: boolean): void {
    const { owner, agent } = state.state;
    panel.lang = texts.language;
    panel.setAttribute('aria-modal', String(matchMedia(FULL_SCREEN).matches));
    panel.setAttribute('aria-label', say('dialog', { business: business.name }));
    close.setAttribute('aria-label', say('close'));
    setText(title, agent ? `${agent.name}, ${business.name}` : business.name);
    setText(subtitle, agent ? say('statusAgent', { name: agent.name }) : say(({ bot: 'statusAssistant', queued: 'statusQueued', agent: 'statusAssistant', closed: 'statusClosed' } as const)[owner]));
    const nextFace = agent ? `agent ${agent.initials}` : `shop ${business.name}`;
    if (nextFace !== shownFace) face.replaceChildren(agent ? avatar(agent.initials) : mark(business.name, business.logo));
    shownFace = nextFace;
    renderNotice(troubled ? state.connection : 'live');
    setText(writing, state.agentTyping && agent ? say('typing', { name: agent.name }) : state.awaiting ? say('typingAssistant') : '');
    log.render(threadRows(state));
    composer.render(owner === 'closed');
  }

  function renderNotice(connection: ChatState['connection']): void {
    const words = connection === 'offline' ? say('offline') : connection === 'reconnecting' ? say('reconnecting') : connection === 'gone' ? say('unavailable') : '';
    if (notice.textContent === words) return;
    notice.hidden = words === '';
    notice.replaceChildren(...(words === '' ? [] : [icon('offline', 16), element('span', {}, words)]));
  }

  function reset(): void {
    shownFace = '';
    log.reset();
  }

  /** Into the field; on touch screens into the log, for the field would raise the keyboard over what is to be read. */
  function focus(): void {
    if (matchMedia('(pointer: coarse)').matches) log.focus();
    else composer.focus();
  }

  function keepInside(event: KeyboardEvent): void {
    if (!matchMedia(FULL_SCREEN).matches) return;
    const stops = [...panel.querySelectorAll<HTMLElement>('button:enabled, a[href], textarea, [tabindex="0"]')].filter((stop) => stop.offsetParent !== null);
    const [first, last] = [stops[0], stops.at(-1)];
    const leaving = (event.shiftKey ? first : last) === event.target;
    if (!leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
