export type Validity = 'always' | 'now' | 'later' | 'over';

/** Where `now` stands between the dates of an article. */
export function validityAt({ validFrom, validTo }: { validFrom: number | null; validTo: number | null }, now: number): Validity {
  if (validFrom === null && validTo === null) return 'always';
  if (validFrom !== null && now < validFrom) return 'later';
  return validTo !== null && now >= validTo ? 'over' : 'now';
}
