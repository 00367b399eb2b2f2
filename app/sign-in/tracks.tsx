const BEND = 30;
/** Lines that join the main one, from the outermost: where they start, turn and end (upper half; the lower mirrors it). */
const LINES = [
  { from: 288, turn: 314, to: 54 },
  { from: 192, turn: 266, to: 36 },
  { from: 96, turn: 218, to: 18 },
] as const;

/** Six lines joining the lit one, on which the baton travels. Decorative. */
export function Tracks() {
  return (
    <svg aria-hidden viewBox="0 -375 760 750" preserveAspectRatio="xMinYMid slice" className="absolute inset-x-0 top-0 h-[calc(100%-150px)] w-full" fill="none" strokeWidth="3">
      {[-1, 1].map((side) =>
        LINES.map(({ from, turn, to }) => (
          <g key={`${side} ${from}`}>
            <path
              stroke="var(--brand-track)"
              d={`M0 ${side * from}H${turn - BEND}Q${turn} ${side * from} ${turn} ${side * (from - BEND)}V${side * (to + BEND)}Q${turn} ${side * to} ${turn + BEND} ${side * to}H2400`}
            />
            <circle cx="120" cy={side * from} r="8" fill="var(--brand-panel)" stroke="var(--brand-node)" />
          </g>
        )),
      )}
      <path stroke="var(--brand-lit)" strokeWidth="4" d="M0 0H2400" />
      <circle cx="120" cy="0" r="10" fill="var(--brand-lit)" />
      <circle cx="620" cy="0" r="16" fill="var(--brand-panel)" stroke="var(--brand-lit)" strokeWidth="4" />
      <circle cx="620" cy="0" r="5.5" fill="var(--brand-lit)" />
    </svg>
  );
}
