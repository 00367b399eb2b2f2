import type { TileFamily } from '@/lib/ui/family-tile';

const WIDTH = 112;
const HEIGHT = 48;
const MARGIN = 8;
/** A card in canvas units, and what it measures here at most and at least. */
const CARD = { width: 200, height: 84 };
const LARGEST_STEP = { width: 12, height: 5 };
const SMALLEST_STEP = { width: 4, height: 2.5 };
/** Canvas units to pixels: few steps must not be blown up. */
const LARGEST_SCALE = 0.08;

/** The shape of a flow: its steps where they stand on the canvas, in the colours of their families. Decorative. */
export function FlowThumbnail({ nodes }: { nodes: readonly { x: number; y: number; family: TileFamily }[] }) {
  const { step, place } = layout(nodes);
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} className="shrink-0 rounded-md border border-line bg-canvas max-sm:hidden">
      {nodes.map((node, index) => {
        const { x, y } = place(node);
        return (
          <rect key={index} x={x} y={y} width={step.width} height={step.height} rx={step.height * 0.3}
            fill={`var(--${node.family}-line)`} />
        );
      })}
    </svg>
  );
}

/** Fits the steps into the frame, centred, keeping their proportions. */
function layout(nodes: readonly { x: number; y: number }[]) {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const spanX = Math.max(...xs) - left;
  const spanY = Math.max(...ys) - top;
  const roomX = WIDTH - 2 * MARGIN - LARGEST_STEP.width;
  const roomY = HEIGHT - 2 * MARGIN - LARGEST_STEP.height;
  const scale = Math.min(roomX / Math.max(spanX, 1), roomY / Math.max(spanY, 1), LARGEST_SCALE);
  return {
    step: {
      width: Math.min(LARGEST_STEP.width, Math.max(SMALLEST_STEP.width, CARD.width * scale)),
      height: Math.min(LARGEST_STEP.height, Math.max(SMALLEST_STEP.height, CARD.height * scale)),
    },
    place: ({ x, y }: { x: number; y: number }) => ({
      x: MARGIN + (roomX - spanX * scale) / 2 + (x - left) * scale,
      y: MARGIN + (roomY - spanY * scale) / 2 + (y - top) * scale,
    }),
  };
}
