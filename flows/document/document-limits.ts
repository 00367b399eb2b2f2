/** The largest flow a document may hold. */
export const MOST_NODES = 5000;
export const MOST_EDGES = 20_000;
/** Values of any kind in one document file, and how deep they may lie. */
export const MOST_VALUES = 1_000_000;
export const DEEPEST = 40;
