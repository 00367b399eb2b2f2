import clsx from 'clsx';
import type { Family } from '@/flows/nodes/define-node';

const SHAPES: Record<Family, string> = {
  talk: 'rounded-[2px]',
  know: 'rounded-full',
  think: 'rotate-45 scale-90',
  act: '',
  time: '[clip-path:polygon(25%_0,75%_0,100%_50%,75%_100%,25%_100%,0_50%)]',
  route: '[clip-path:polygon(0_0,60%_0,100%_50%,60%_100%,0_100%)]',
  finish: 'rounded-full',
};

/** The outline of a family as a small filled mark, before its name. */
export function FamilyMark({ family }: { family: Family }) {
  return <span aria-hidden className={clsx('inline-block size-2 shrink-0', SHAPES[family])} style={{ background: `var(--${family})` }} />;
}
