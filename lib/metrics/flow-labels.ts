/** Versions with a label of their own at one time. */
export const MOST_VERSIONS = 20;

/**
 * Gives flow versions their label: the {@link MOST_VERSIONS} used last have their own id, and one that is pushed out is
 * told to `forget`, so that its series end. Turns of no flow are `none`.
 */
export function createFlowLabels(forget: (version: string) => void): (version: string | null) => string {
  const known = new Set<string>();
  let last: string | null = null;
  return (version) => {
    if (version === null) return 'none';
    if (version === last) return version;
    last = version;
    known.delete(version);
    known.add(version);
    if (known.size > MOST_VERSIONS) {
      const [oldest] = known;
      if (oldest !== undefined) {
        known.delete(oldest);
        forget(oldest);
      }
    }
    return version;
  };
}
