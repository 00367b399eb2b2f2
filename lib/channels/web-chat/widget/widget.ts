import css from './widget.css?text';
import { createChat } from './chat';
import { createClient, Refused } from './client';
import { createMemory } from './memory';
import type { WireConfig } from '../wire';
import { createTexts } from './texts';
import { element } from './view/element';
import { createLauncher } from './view/launcher';
import { createPanel, type Business } from './view/panel';

export interface Widget {
  open(): void;
  close(): void;
  /** Takes on another look. For the settings page, which shows the widget it changes. */
  show(config: WireConfig): void;
}

export interface WidgetOptions {
  /** Origin of the server that the script came from. */
  origin: string;
  publicKey: string;
  language: string;
  /** Nothing is asked of the server and nothing sent: it only shows what `show` gives it. */
  preview: boolean;
}

/** A short break is mended before anybody needs to hear of it. */
const TROUBLE_AFTER_MS = 1500;
/** Colour and corner come with the configuration; without it the launcher appears as it is by itself. */
const LOOK_WITHIN_MS = 3000;

/** Puts the widget on the page. Everything lives in one shadow root: the page's styles and ours do not meet. */
export function mountWidget({ origin, publicKey, language, preview }: WidgetOptions): Widget {
  const texts = createTexts(language);
  const business: Business = { name: '', logo: null };
  const client = createClient(`${origin}/chat/v1/${publicKey}`, () => texts.language);
  const memory = createMemory(publicKey);
  const chat = createChat(client, memory, `relais ${origin} ${publicKey}`, schedule);
  const host = document.createElement('relais-chat');
  const root = host.attachShadow({ mode: 'open' });
  const launcher = createLauncher(texts, () => (isOpen ? close() : open()));
  const panel = createPanel(texts, business, { close, send: (text) => preview || chat.send(text), typing: chat.typing, press: chat.press, retry: chat.retry });
  let isOpen = false;
  let configured = false;
  let away = false;
  let due = false;
  let troubleSince = 0;
  let wasLive = false;
  let colours: WireConfig['theme']['colours'] = null;
  let painted: string[] = [];
  const dark = matchMedia('(prefers-color-scheme: dark)');

  addStyles(root);
  const frame = element('div', { class: 'frame', hidden: '' }, launcher.element, panel.element);
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
  dark.addEventListener('change', paint);
  document.body.append(host);
  if (!preview) {
    chat.resume();
    void configure();
    setTimeout(() => (frame.hidden &&= away), LOOK_WITHIN_MS);
  }
  render();
  return { open, close, show };

  function open(): void {
    if (isOpen) return;
    isOpen = true;
    if (!preview) {
      void configure();
      chat.open();
    }
    render();
    if (!preview) panel.focus();
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
      show(await client.config());
    } catch (error) {
      configured = false;
      // The page's author reads this, not the customer: the widget says on its own that it is out of reach.
      if (error instanceof Refused) {
        console.error(`Relais: ${error.message} [${error.code}]`);
        // This site may not carry the chat, or it is switched off: nothing is offered that would not answer.
        away ||= memory.read('token') === null && (error.status === 403 || error.status === 404);
      }
      frame.hidden = away;
    }
    schedule();
  }

  function show({ name, language: spoken, texts: words, theme }: WireConfig): void {
    texts.use(spoken, words);
    Object.assign(business, { name, logo: safeImage(theme.logo) });
    colours = theme.colours;
    frame.classList.toggle('left', theme.side === 'left');
    paint();
    frame.hidden = away = false;
    panel.reset();
    schedule();
  }

  function paint(): void {
    const palette = colours?.[dark.matches ? 'dark' : 'light'] ?? {};
    for (const name of painted) frame.style.removeProperty(name);
    painted = Object.entries(palette).map(([name, value]) => {
      frame.style.setProperty(`--${name}`, value);
      return `--${name}`;
    });
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
