import type { FlowThumbnail as Shape } from '@/lib/api/view-models';

const MARGIN = 8;
/** A card in canvas units, and what it measures here at most and at least. */
const CARD = { width: 200, height: 84 };
const SIZES = {
  row: { width: 112, height: 48, largest: { width: 12, height: 5 }, smallest: { width: 4, height: 2.5 }, scale: 0.08 },
  card: { width: 280, height: 128, largest: { width: 30, height: 12 }, smallest: { width: 12, height: 6 }, scale: 0.2 },
} as const;
type Size = (typeof SIZES)[keyof typeof SIZES];

/** The shape of a flow: its steps where they stand on the canvas, in the colours of their families. Decorative. */
export function FlowThumbnail({ shape: { nodes, links }, size = 'row' }: { shape: Shape; size?: keyof typeof SIZES }) {
  const measures = SIZES[size];
  const { width, height } = measures;
  const { step, place } = layout(nodes, measures);
  const places = nodes.map(place);
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      {...(size === 'row' ? { width, height } : { width: '100%' })}
      className={size === 'row' ? 'shrink-0 rounded-md border border-line bg-canvas max-sm:hidden' : 'block max-h-36 bg-canvas'}
    >
      {links.map(([from, to]) => {
        const [start, end] = [places[from], places[to]];
        return start && end ? <path key={`${from} ${to}`} d={track(start, end, step)} fill="none" stroke="var(--line-strong)" strokeWidth={size === 'row' ? 0.75 : 1} /> : null;
      })}
      {nodes.map((node, index) => {
        const { x, y } = places[index] ?? { x: 0, y: 0 };
        return (
          <rect key={index} x={x} y={y} width={step.width} height={step.height} rx={step.height * 0.3}
            fill={`var(--${node.family}-line)`} />
        );
      })}
    </svg>
  );
}

/** From the right edge to the left one, turning half way. */
function track(start: { x: number; y: number }, end: { x: number; y: number }, step: { width: number; height: number }): string {
  const [x, y] = [start.x + step.width, start.y + step.height / 2];
  return `M${x} ${y}H${(x + end.x) / 2}V${end.y + step.height / 2}H${end.x}`;
}

/** Fits the steps into the frame, centred, keeping their proportions. */
function layout(nodes: readonly { x: number; y: number }[], { width, height, largest, smallest, scale: most }: Size) {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const spanX = Math.max(...xs) - left;
  const spanY = Math.max(...ys) - top;
  const roomX = width - 2 * MARGIN - largest.width;
  const roomY = height - 2 * MARGIN - largest.height;
  // Few steps must not be blown up.
  const scale = Math.min(roomX / Math.max(spanX, 1), roomY / Math.max(spanY, 1), most);
  return {
    step: {
      width: Math.min(largest.width, Math.max(smallest.width, CARD.width * scale)),
      height: Math.min(largest.height, Math.max(smallest.height, CARD.height * scale)),
    },
    place: ({ x, y }: { x: number; y: number }) => ({
      x: MARGIN + (roomX - spanX * scale) / 2 + (x - left) * scale,
      y: MARGIN + (roomY - spanY * scale) / 2 + (y - top) * scale,
    }),
  };
}
