/**
 * Whether a host is worth asking. `closed`: it is; after `THRESHOLD` failures in a row `open`: not before `until`; then
 * one request goes first (`probing`), and what becomes of it decides. Pure: moments come in, the next state comes out.
 */
export type Circuit = { state: 'closed'; failures: number } | { state: 'open'; until: number; pause: number } | { state: 'probing'; since: number; pause: number };

export const CLOSED: Circuit = { state: 'closed', failures: 0 };

/** Failures in a row that open it. */
const THRESHOLD = 5;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A probe nobody heard of again no longer keeps others away. */
const PROBE_MS = 60_000;

/** Whether a request may go now, and the state it leaves; when not, the moment to ask again. */
export function admit(circuit: Circuit, now: number): { ok: true; circuit: Circuit } | { ok: false; at: number } {
  switch (circuit.state) {
    case 'closed':
      return { ok: true, circuit };
    case 'open':
      return now >= circuit.until ? { ok: true, circuit: { state: 'probing', since: now, pause: circuit.pause } } : { ok: false, at: circuit.until };
    case 'probing':
      return now >= circuit.since + PROBE_MS ? { ok: true, circuit: { ...circuit, since: now } } : { ok: false, at: circuit.since + PROBE_MS };
  }
}

/** The host answered, whatever it said: it is alive. */
export function succeeded(): Circuit {
  return CLOSED;
}

/** The host did not answer, or answered that it is broken. */
export function failed(circuit: Circuit, now: number): Circuit {
  if (circuit.state === 'probing') {
    const pause = Math.min(LONGEST_PAUSE_MS, circuit.pause * 2);
    return { state: 'open', until: now + pause, pause };
  }
  // A request that left before it opened.
  if (circuit.state === 'open') return circuit;
  const failures = circuit.failures + 1;
  return failures >= THRESHOLD ? { state: 'open', until: now + FIRST_PAUSE_MS, pause: FIRST_PAUSE_MS } : { state: 'closed', failures };
}
