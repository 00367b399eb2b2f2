/**
 * Runs inside the page. What does not fit: texts and controls outside the window, boxes that scroll sideways, texts cut
 * off by a box of their own or of an ancestor without an ellipsis to say so, texts under something opaque. Sees into
 * open shadow roots. What stands in a canvas (`.react-flow__viewport`) is panned and zoomed: only its own boxes count.
 */
export function layoutFaults(): string[] {
  const faults = new Set<string>();
  const TOLERANCE = 1.5;

  const everything = (root: Document | ShadowRoot): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
  const above = (element: Element): Element | null => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
  const ancestors = (element: Element): Element[] => {
    const line: Element[] = [];
    for (let each: Element | null = element; each; each = above(each)) line.push(each);
    return line;
  };
  const shows = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  /** For screen readers only: clipped to nothing on purpose. */
  const unseen = (element: Element): boolean => {
    const { position, overflowX, clipPath, clip } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    return (position === 'absolute' || position === 'fixed') && (clipPath === 'inset(50%)' || (width <= 1.5 && height <= 1.5 && (hides(overflowX) || clip !== 'auto')));
  };
  const shortened = (line: readonly Element[]): boolean => line.some((each) => getComputedStyle(each).textOverflow === 'ellipsis' && hides(getComputedStyle(each).overflowX));
  const named = (element: Element, text = element.textContent ?? ''): string => `<${element.tagName.toLowerCase()}> ${text.trim().replace(/\s+/g, ' ').slice(0, 50)}`;
  const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
  const opaque = (element: Element): boolean => {
    const color = getComputedStyle(element).backgroundColor;
    const alpha = /rgba\(.*, ([\d.]+)\)/.exec(color)?.[1] ?? /\/ ([\d.]+)\)/.exec(color)?.[1];
    return color !== 'transparent' && (alpha === undefined || Number(alpha) > 0.5);
  };

  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth > window.innerWidth + TOLERANCE) faults.add(`the page is ${root.scrollWidth} wide in a window of ${window.innerWidth}`);

  for (const element of everything(document)) {
    const line = ancestors(element);
    if (!shows(element) || line.some((each) => each.matches('svg, script, style') || each.getAttribute('aria-hidden') === 'true' || unseen(each))) continue;
    const style = getComputedStyle(element);
    if (scrolls(style.overflowX) && element.scrollWidth > element.clientWidth + TOLERANCE && element !== root) faults.add(`scrolls sideways: ${named(element)}`);
    const inCanvas = line.some((each) => each.matches('.react-flow__viewport'));
    const isControl = element.matches('input, textarea, select, button, a[href], [role="button"]');
    if (isControl && !inCanvas) outsideWindow(element, element.getBoundingClientRect());
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      for (const box of boxes) {
        if (!inCanvas && !shortened(line)) outsideWindow(element, box);
        cutOff(line, element, box, inCanvas);
      }
      const first = boxes[0];
      if (first && !inCanvas) covered(line, element, first);
    }
  }
  return [...faults];

  function outsideWindow(element: Element, box: DOMRect): void {
    if (box.width > 0 && (box.right > window.innerWidth + TOLERANCE || box.left < -TOLERANCE)) faults.add(`outside the window: ${named(element)}`);
  }

  function cutOff(line: readonly Element[], element: Element, box: DOMRect, inCanvas: boolean): void {
    const announced = shortened(line);
    const clamped = line.some((each) => getComputedStyle(each).webkitLineClamp !== 'none');
    for (const each of line) {
      if (inCanvas && each.matches('.react-flow__viewport')) return;
      const { overflowX, overflowY } = getComputedStyle(each);
      const frame = each.getBoundingClientRect();
      const wide = hides(overflowX) && !announced && (box.right > frame.right + TOLERANCE || box.left < frame.left - TOLERANCE);
      // A line taller than its text by the font's own measure is no fault: a quarter of it must be gone.
      const tall = hides(overflowY) && !clamped && (box.bottom > frame.bottom + box.height / 4 || box.top < frame.top - box.height / 4);
      if (wide || tall) faults.add(`cut off: ${named(element)}`);
      // From here outwards the text can be scrolled to.
      if (scrolls(overflowX) || scrolls(overflowY)) return;
    }
  }

  function covered(line: readonly Element[], element: Element, box: DOMRect): void {
    // What is put aside is not there to be read.
    if (line.some((each) => each.matches('[inert]'))) return;
    const x = box.left + Math.min(box.width / 2, 20);
    const y = box.top + box.height / 2;
    if (x < 0 || y < 0 || x > window.innerWidth || y > window.innerHeight) return;
    const scrolledAway = line.some((each) => {
      const { overflowX, overflowY } = getComputedStyle(each);
      const frame = each.getBoundingClientRect();
      return (overflowX !== 'visible' || overflowY !== 'visible') && (x < frame.left || x > frame.right - 1 || y < frame.top || y > frame.bottom - 1);
    });
    if (scrolledAway) return;
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot?.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
    if (!hit || element.contains(hit)) return;
    const over = ancestors(hit);
    // What floats over the page on purpose: dialogs, menus, hints, the chat over a shop.
    if (over.some((each) => each.matches('[role="dialog"], [role="menu"], [role="listbox"], [role="tooltip"], relais-chat, .bg-scrim, [data-immersive-sheet]'))) return;
    const shared = over.findIndex((each) => line.includes(each));
    if (over.slice(0, shared === -1 ? over.length : shared).some(opaque)) faults.add(`covered by ${named(hit)}: ${named(element)}`);
  }
}
