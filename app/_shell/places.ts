export type PlaceKey = 'inbox' | 'flows';

export interface Place {
  key: PlaceKey;
  href: string;
}

/** The same as the server's own check of each page (permissions `inbox.read`, `flows.read`): this only hides the doors. */
const OPEN_TO: Record<PlaceKey, readonly string[]> = {
  inbox: ['agent', 'supervisor'],
  flows: ['manager', 'administrator', 'tester', 'supervisor'],
};

/** The places of the rail a person may open, always in the same order. Hidden, never greyed. */
export function placesFor(roles: readonly string[]): Place[] {
  return (Object.keys(OPEN_TO) as PlaceKey[])
    .filter((key) => OPEN_TO[key].some((role) => roles.includes(role)))
    .map((key) => ({ key, href: `/${key}` }));
}
