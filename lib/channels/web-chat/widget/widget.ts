import css from './widget.css?text';
import { createChat } from './chat';
import { createClient, Refused } from './client';
import { createMemory } from './memory';
import { createTexts } from './texts';
import { element } from './view/element';
import { createLauncher } from './view/launcher';
import { createPanel, type Business } from './view/panel';

export interface Widget {
  open(): void;
  close(): void;
}

export interface WidgetOptions {
  /** Origin of the server that the script came from. */
  origin: string;
  publicKey: string;
  language: string;
}

/** A short break is mended before anybody needs to hear of it. */
const TROUBLE_AFTER_MS = 1500;

/** Puts the widget on the page. Everything lives in one shadow root: the page's styles and ours do not meet. */
export function mountWidget({ origin, publicKey, language }: WidgetOptions): Widget {
  const texts = createTexts(language);
  const business: Business = { name: '', logo: null };
  const client = createClient(`${origin}/chat/v1/${publicKey}`, () => texts.language);
  const memory = createMemory(publicKey);
  const chat = createChat(client, memory, `relais ${origin} ${publicKey}`, schedule);
  const host = document.createElement('relais-chat');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(texts, () => (isOpen ? close() : open()));
  const panel = createPanel(texts, business, { close, send: chat.send, typing: chat.typing, press: chat.press, retry: chat.retry });
  let isOpen = false;
  let configured = false;
  let due = false;
  let troubleSince = 0;
  let wasLive = false;

  addStyles(root);
  const frame = element('div', { class: 'frame' }, launcher.element, panel.element);
  root.append(frame);
  // A reader who asked the system for larger text gets it, up to twice; the page's own root size does not count.
  frame.style.setProperty('--k', String(Math.min(2, Math.max(1, parseFloat(getComputedStyle(host).fontSize) / 16 || 1))));
  frame.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') panel.keepInside(event);
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    close();
  });
  document.addEventListener('visibilitychange', schedule);
  document.body.append(host);
  chat.resume();
  if (memory.read('token') !== null) void configure();
  render();
  return { open, close };

  function open(): void {
    if (isOpen) return;
    isOpen = true;
    void configure();
    chat.open();
    render();
    panel.focus();
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    chat.typing(false);
    render();
    launcher.element.focus({ preventScroll: true });
  }

  async function configure(): Promise<void> {
    if (configured) return;
    configured = true;
    try {
      const config = await client.config();
      texts.use(config.language, config.texts);
      Object.assign(business, { name: config.name, logo: safeImage(config.theme.logo) });
      panel.reset();
    } catch (error) {
      configured = false;
      // The page's author reads this, not the customer: the widget says on its own that it is out of reach.
      if (error instanceof Refused) console.error(`Relais: ${error.message} [${error.code}]`);
    }
    schedule();
  }

  /** Changes of one moment are drawn once. */
  function schedule(): void {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      render();
    });
  }

  function render(): void {
    const { connection } = chat.state;
    const fine = connection === 'live' || connection === 'off';
    if (connection === 'live' && !wasLive) void configure();
    wasLive = connection === 'live';
    if (fine) troubleSince = 0;
    else if (troubleSince === 0) {
      troubleSince = Date.now();
      setTimeout(schedule, TROUBLE_AFTER_MS + 50);
    }
    frame.classList.toggle('open', isOpen);
    panel.element.hidden = !isOpen;
    if (isOpen && document.visibilityState === 'visible') chat.seen();
    launcher.render(isOpen, chat.unread());
    if (isOpen) panel.render(chat.state, connection === 'gone' || (!fine && Date.now() - troubleSince >= TROUBLE_AFTER_MS));
  }
}

/** Constructed sheets pass a page's content security policy, which may forbid style elements. */
function addStyles(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } else {
    (root as ShadowRoot).append(element('style', {}, css));
  }
}

function safeImage(address: string | null): string | null {
  return address !== null && /^(https?:|data:image\/)/i.test(address) ? address : null;
}
