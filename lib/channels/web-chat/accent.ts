/** Surfaces of the widget (widget.css) that the accent stands on. */
const LIGHT = '#ffffff';
const DARK = '#151917';
/** WCAG 2.2: marks and controls, and text. */
const MARK = 3;
const TEXT = 4.5;

export type Palette = Record<string, string>;

/** What was measured of a colour, as ratios: on the white window, and of the letters on it. */
export interface AccentCheck {
  onSurface: number;
  letters: number;
  ok: boolean;
  /** The nearest darker colour that passes; the colour itself when it does. */
  suggestion: string;
}

/** Whether a colour (`#rrggbb`) can be told from the widget's white window, and what would do instead. */
export function checkAccent(colour: string): AccentCheck {
  const onSurface = contrast(colour, LIGHT);
  return { onSurface, letters: contrast(colour, onAccent(colour)), ok: onSurface >= MARK, suggestion: towards(colour, '#000000', (tried) => contrast(tried, LIGHT) >= MARK) };
}

/** The widget's colours made of one accent, by name of its variables in widget.css, each holding its contrast. */
export function accentPalettes(colour: string): { light: Palette; dark: Palette } {
  const tint = mix(colour, LIGHT, 0.9);
  const light: Palette = {
    ...button(colour),
    'accent-tint': tint,
    'accent-tint-2': mix(colour, LIGHT, 0.8),
    'accent-line': mix(colour, LIGHT, 0.55),
    'accent-ink': towards(colour, '#000000', (tried) => contrast(tried, tint) >= TEXT),
    'bubble-agent': colour,
    'bubble-agent-ink': onAccent(colour),
  };
  const bright = towards(colour, '#ffffff', (tried) => contrast(tried, DARK) >= TEXT);
  const darkTint = mix(bright, DARK, 0.88);
  const bubble = towards(colour, '#000000', (tried) => contrast(tried, '#ffffff') >= 7);
  const dark: Palette = {
    ...button(bright),
    'accent-tint': darkTint,
    'accent-tint-2': mix(bright, DARK, 0.78),
    'accent-line': mix(bright, DARK, 0.6),
    'accent-ink': towards(bright, '#ffffff', (tried) => contrast(tried, darkTint) >= TEXT),
    'bubble-agent': bubble,
    'bubble-agent-ink': '#ffffff',
  };
  return { light, dark };
}

/** A button in three states whose letters stay readable in each: the states move away from the letters. */
function button(colour: string): Palette {
  const letters = onAccent(colour);
  const away = letters === '#ffffff' ? '#000000' : '#ffffff';
  return { accent: colour, 'accent-hover': mix(colour, away, 0.16), 'accent-press': mix(colour, away, 0.3), 'on-accent': letters };
}

/** White or black, whichever reads better; one of the two always reaches 4.5. */
function onAccent(colour: string): string {
  return contrast(colour, '#ffffff') >= TEXT ? '#ffffff' : '#000000';
}

/** The first colour on the way from one to another that passes, in steps of a hundredth. */
function towards(from: string, to: string, passes: (colour: string) => boolean): string {
  for (let step = 0; step <= 100; step += 1) {
    const tried = mix(from, to, step / 100);
    if (passes(tried)) return tried;
  }
  return to;
}

function mix(from: string, to: string, share: number): string {
  const [one, other] = [channels(from), channels(to)];
  return `#${one.map((value, index) => Math.round(value + ((other[index] ?? 0) - value) * share).toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG's contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
