/** One place in a list: `gone` rows left the view while it was held still, and keep their place until it is let go. */
export interface Place<Row> {
  id: string;
  row: Row;
  gone: boolean;
}

export interface RowOrder<Row> {
  places: Place<Row>[];
  /** Rows that wait behind "3 new" because showing them would move what is under the pointer. */
  held: number;
}

/**
 * Brings a live list up to date. While `still` (the list is hovered, scrolled or holds the focus) no row moves:
 * contents change in place, rows that left stay as `gone`, new ones are only counted.
 */
export function rowOrder<Row extends { id: string }>(shown: readonly Place<Row>[], rows: readonly Row[], still: boolean): RowOrder<Row> {
  if (!still || shown.length === 0) return { places: rows.map((row) => ({ id: row.id, row, gone: false })), held: 0 };
  const next = new Map(rows.map((row) => [row.id, row]));
  const places = shown.map((place) => {
    const row = next.get(place.id);
    return { id: place.id, row: row ?? place.row, gone: row === undefined };
  });
  const known = new Set(shown.map((place) => place.id));
  return { places, held: rows.filter((row) => !known.has(row.id)).length };
}
