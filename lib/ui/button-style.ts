import { clsx } from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'danger-filled';
export type ButtonSize = 'sm' | 'md' | 'lg';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-press',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken active:bg-line',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink active:bg-line',
  danger: 'border-stop-line bg-surface text-stop hover:bg-stop-tint active:bg-stop-tint',
  'danger-filled': 'border-transparent bg-stop-fill text-on-stop hover:opacity-90 active:opacity-80',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2.5 text-xs gap-1.5 rounded-sm',
  md: 'min-h-8 px-3 text-sm gap-2 rounded-md',
  lg: 'min-h-10 px-4 text-md gap-2 rounded-md',
};

/** The looks of a button, for a link that acts like one. */
export function buttonStyle({ variant = 'secondary', size = 'md' }: { variant?: ButtonVariant; size?: ButtonSize } = {}): string {
  return clsx(
    'inline-flex items-center justify-center border font-medium whitespace-nowrap select-none',
    'transition-colors duration-(--t-fast) pointer-coarse:min-h-11',
    'disabled:pointer-events-none disabled:text-ink-disabled disabled:bg-sunken disabled:border-line',
    'aria-disabled:cursor-not-allowed aria-disabled:not-aria-busy:border-line aria-disabled:not-aria-busy:bg-sunken aria-disabled:not-aria-busy:text-ink-disabled',
    '[&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
  );
}
