import type { Point } from '../../_editor/route-link';

const RADIUS = 10;
/** As many numbers as fit on a link; a conversation that goes round passes oftener. */
const MOST = 3;

/** The turns in which a link was travelled, on its middle. */
export function TurnDisc({ at, turns }: { at: Point; turns: readonly number[] }) {
  const words = `${turns.slice(0, MOST).join(', ')}${turns.length > MOST ? '…' : ''}`;
  const width = Math.max(2 * RADIUS, words.length * 6.5 + 10);
  return (
    <g className="studio-link-disc">
      <rect x={at.x - width / 2} y={at.y - RADIUS} width={width} height={2 * RADIUS} rx={RADIUS} />
      <text x={at.x} y={at.y} dy="0.36em" textAnchor="middle">{words}</text>
    </g>
  );
}
