/** Why a value cannot be kept by PostgreSQL, or would not be the same there. */
export type Unstorable = 'nul' | 'notUtf8' | 'wrongType' | 'outOfRange';

/** What keeps a move from beginning or from ending well. */
export type MoveObstacle =
  /** It cannot be reached, or refuses what is needed; or did so later on. `detail`: the driver's words, without the address. */
  | { reason: 'unusable' | 'interrupted'; detail: string }
  | { reason: 'tooOld'; version: string }
  | { reason: 'encoding'; encoding: string }
  /** Another process moves into the same database. */
  | { reason: 'busy' }
  | { reason: 'occupied'; table: string }
  /** A move from another database was begun there; or from this one, which was written to since. */
  | { reason: 'otherSource' | 'changedSource' }
  /** Tables or columns that only one side has, as `Table` or `Table.column`. */
  | { reason: 'schema'; onlyHere: readonly string[]; onlyThere: readonly string[] }
  | { reason: 'unstorable'; why: Unstorable; table: string; column: string; key: string }
  | { reason: 'different'; tables: readonly string[] };

/** Stops a move with a reason that can be said in words. */
export class MoveRefusal extends Error {
  override readonly name = 'MoveRefusal';

  constructor(readonly obstacle: MoveObstacle) {
    super(`the move was refused: ${JSON.stringify(obstacle)}`);
  }
}
