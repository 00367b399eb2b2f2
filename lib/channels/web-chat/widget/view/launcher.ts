import type { Texts } from '../texts';
import { element } from './element';
import { icon } from './icon';

export interface Launcher {
  element: HTMLButtonElement;
  render(open: boolean, unread: number): void;
}

export function createLauncher(texts: Texts, toggle: () => void): Launcher {
  const badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
  const button = element('button', { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog' });
  let shown: boolean | null = null;
  button.onclick = toggle;
  return { element: button, render };

  function render(open: boolean, unread: number): void {
    if (shown !== open) button.replaceChildren(icon(open ? 'down' : 'chat', 24), badge);
    shown = open;
    badge.hidden = open || unread === 0;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    button.setAttribute('aria-expanded', String(open));
    button.setAttribute('aria-label', open ? texts.say('launcherClose') : unread > 0 ? texts.say('launcherUnread', { count: unread }) : texts.say('launcherOpen'));
  }
}
