/**
 * Runs inside the page, after a key was pressed there. Focuses everything that Tab reaches, one after the other: each must
 * look different from its unfocused self, by an outline, a shadow or a border, on itself or on the frame around it, and
 * must not be hidden under something else. Inside an open dialog only that dialog counts.
 */
export function focusFaults(): string[] {
  const faults = new Set<string>();
  const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]';
  const floating = (root: Document | ShadowRoot, selector: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [...(element.matches(selector) ? [element] : []), ...(element.shadowRoot ? floating(element.shadowRoot, '[aria-modal="true"]') : [])]);
  const open = floating(document, '[role="dialog"], [role="menu"]').filter((element) => element.checkVisibility()).at(-1);
  // A menu is walked with the arrows; leaving it would close it.
  if (open?.matches('[role="menu"]')) return [];

  const found = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [...(element.matches(STOPS) ? [element] : []), ...(element.shadowRoot ? found(element.shadowRoot) : [])]);
  const stops = found(open ?? document).filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"], [inert]'),
  );
  const clear = (color: string): boolean => color === 'transparent' || /, 0\)$|\/ 0\)$/.test(color);
  const look = (element: Element): string =>
    ['', '::before', '::after']
      .map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        if (pseudo !== '' && style.content === 'none') return '';
        const outline = style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) === 0 || clear(style.outlineColor) ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        const border = Number.parseFloat(style.borderTopWidth) === 0 ? '' : style.borderColor;
        return [outline, style.boxShadow, border].join('|');
      })
      .join('#');

  for (const element of stops) {
    // The ring may stand on the control or on the frame around it.
    const frames = [element, element.parentElement, element.parentElement?.parentElement, element.parentElement?.parentElement?.parentElement].filter((frame) => frame instanceof HTMLElement);
    const transitions = frames.map((frame) => frame.style.transition);
    for (const frame of frames) frame.style.transition = 'none';
    const holder = element.getRootNode() as Document | ShadowRoot;
    // Whatever stands in the same frame must not lend its ring.
    (holder.activeElement as HTMLElement | null)?.blur();
    const before = frames.map(look);
    element.focus();
    if (holder.activeElement === element) {
      const name = `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
      if (frames.every((frame, index) => look(frame) === before[index])) faults.add(`focus does not show: ${name}`);
      if (hidden(element, holder)) faults.add(`focus goes under something else: ${name}`);
    }
    frames.forEach((frame, index) => (frame.style.transition = transitions[index] ?? ''));
  }
  const holder = document.activeElement;
  if (holder instanceof HTMLElement) holder.blur();
  return [...faults];

  /** Whether none of the middle and the corners of a control is to be seen. */
  function hidden(element: HTMLElement, holder: Document | ShadowRoot): boolean {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (element.closest('.react-flow__viewport')) return false;
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]] as const;
    return points.every(([x, y]) => {
      const hit = holder.elementFromPoint(x, y);
      return hit === null || !(element.contains(hit) || hit.contains(element));
    });
  }
}
