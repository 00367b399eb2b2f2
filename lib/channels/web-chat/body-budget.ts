/** Bytes of request bodies held at once by this process; slow senders cannot fill the memory. */
export interface BodyBudget {
  /** False when there is no room for these bytes. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function createBodyBudget(most: number): BodyBudget {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    giveBack: (bytes) => void (held -= bytes),
  };
}
