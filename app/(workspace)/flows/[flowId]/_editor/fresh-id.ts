const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A short id not among `taken`, such as `choices-k3f9x2`: readable in files, and unlikely to meet a colleague's. */
export function freshId(prefix: string, taken: (id: string) => boolean): string {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(6));
    const id = `${prefix}-${Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
    if (!taken(id)) return id;
  }
}
