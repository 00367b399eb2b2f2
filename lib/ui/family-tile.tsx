import { clsx } from 'clsx';
import type { ComponentType } from 'react';

export type TileFamily = 'talk' | 'know' | 'think' | 'act' | 'time' | 'route' | 'finish';

export interface FamilyTileProps {
  family: TileFamily;
  /** A Lucide icon. */
  icon: ComponentType<{ size?: number | string; strokeWidth?: number | string; className?: string }>;
  /** Pixels; 22 on cards. */
  size?: number;
  /** Reused steps: sub-flow, jump, return. */
  doubled?: boolean;
  className?: string;
}

/** Outlines on a grid of 22: a family is told by its shape before its colour. */
const OUTLINES: Record<TileFamily, string> = {
  talk: 'M6 .75h10A5.25 5.25 0 0 1 21.25 6v10A5.25 5.25 0 0 1 16 21.25H.75V6A5.25 5.25 0 0 1 6 .75Z',
  know: 'M11 .75a10.25 10.25 0 1 1 0 20.5a10.25 10.25 0 1 1 0-20.5Z',
  think: 'M9.6 1.2a2 2 0 0 1 2.8 0l8.4 8.4a2 2 0 0 1 0 2.8l-8.4 8.4a2 2 0 0 1-2.8 0l-8.4-8.4a2 2 0 0 1 0-2.8Z',
  act: 'M3 .75h16A2.25 2.25 0 0 1 21.25 3v16A2.25 2.25 0 0 1 19 21.25H3A2.25 2.25 0 0 1 .75 19V3A2.25 2.25 0 0 1 3 .75Z',
  time: 'M6.6 1.5h8.8a1.6 1.6 0 0 1 1.4.8l4.2 7.9a1.6 1.6 0 0 1 0 1.6l-4.2 7.9a1.6 1.6 0 0 1-1.4.8H6.6a1.6 1.6 0 0 1-1.4-.8L1 11.8a1.6 1.6 0 0 1 0-1.6l4.2-7.9a1.6 1.6 0 0 1 1.4-.8Z',
  route: 'M3 .75h11.2a2 2 0 0 1 1.5.7l5.3 8.3a2 2 0 0 1 0 2.5l-5.3 8.3a2 2 0 0 1-1.5.7H3A2.25 2.25 0 0 1 .75 19V3A2.25 2.25 0 0 1 3 .75Z',
  finish: 'M11 .75a10.25 10.25 0 1 1 0 20.5a10.25 10.25 0 1 1 0-20.5Z',
};

/** The icon of a step in the outline and colour of its family. Decorative: the title stands beside. */
export function FamilyTile({ family, icon: Icon, size = 22, doubled = false, className }: FamilyTileProps) {
  const inverted = family === 'finish' && !doubled;
  const ink = doubled ? 'finish' : family;
  return (
    <span aria-hidden style={{ width: size, height: size }} className={clsx('relative inline-flex shrink-0 items-center justify-center', className)}>
      <svg viewBox="0 0 22 22" width={size} height={size} className="absolute inset-0 overflow-visible" fill="none">
        <path d={OUTLINES[family]} fill={`var(--${inverted ? 'finish' : `${ink}-tint`})`} stroke={`var(--${inverted ? 'finish' : `${ink}-line`})`} strokeWidth="1" />
        {doubled ? <path d={OUTLINES[family]} transform="translate(11 11) scale(.78) translate(-11 -11)" stroke="var(--finish-line)" strokeWidth="1" /> : null}
      </svg>
      <span className="relative inline-flex" style={{ color: inverted ? 'var(--surface)' : `var(--${ink})` }}>
        <Icon size={Math.round(size * 0.55)} strokeWidth={2} />
      </span>
    </span>
  );
}
