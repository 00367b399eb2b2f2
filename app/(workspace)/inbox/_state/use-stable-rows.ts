'use client';
import { useState } from 'react';
import { rowOrder, type Place } from '../_logic/row-order';

export interface StableRows<Row> {
  places: Place<Row>[];
  held: number;
  /** Brings the list up to date although it is held still. */
  showHeld(): void;
}

/** A live list whose rows keep their places while `still`. */
export function useStableRows<Row extends { id: string }>(rows: readonly Row[], still: boolean): StableRows<Row> {
  const [shown, setShown] = useState(() => ({ rows, still, ...rowOrder<Row>([], rows, false) }));
  if (shown.rows !== rows || shown.still !== still) setShown({ rows, still, ...rowOrder(shown.places, rows, still) });
  return { places: shown.places, held: shown.held, showHeld: () => setShown({ rows, still, ...rowOrder(shown.places, rows, false) }) };
}
