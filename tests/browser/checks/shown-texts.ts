/**
 * Runs inside the page. Every text a person sees or hears, each with the language it is said to be in: contents and the
 * attributes that are read aloud or shown. Sees into open shadow roots.
 */
export function shownTexts(): { text: string; language: string }[] {
  const ATTRIBUTES = ['aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'title', 'alt'];
  const texts: { text: string; language: string }[] = [{ text: document.title, language: document.documentElement.lang }];
  const walk = (node: Node, language: string): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').trim();
      if (text !== '') texts.push({ text, language });
      return;
    }
    if (node instanceof HTMLElement || node instanceof SVGElement) {
      if (node.matches('script, style, [hidden]')) return;
      const own = node.getAttribute('lang') ?? language;
      for (const name of ATTRIBUTES) {
        const text = node.getAttribute(name)?.trim();
        if (text) texts.push({ text, language: own });
      }
      if (node.shadowRoot) walk(node.shadowRoot, own);
      for (const child of node.childNodes) walk(child, own);
      return;
    }
    for (const child of node.childNodes) walk(child, language);
  };
  walk(document.body, document.documentElement.lang);
  return texts;
}
