import pg from 'pg';

/** Deadlock or serialisation failure: nothing was written, and the same again will do. */
const AGAIN = new Set(['40001', '40P01']);

/** What was written cannot be stored, however often it is tried: data exceptions and integrity violations. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '') && !isTakenPlace(error);
}

/** Somebody else was faster: nothing was written, and what is there now has to be read first. */
export function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (AGAIN.has(error.code ?? '') || isTakenPlace(error));
}

/** The event's key, or its place in the order, is taken: it was accepted meanwhile. */
function isTakenPlace(error: pg.DatabaseError): boolean {
  return error.code === '23505' && error.table === 'InboundEvent';
}
