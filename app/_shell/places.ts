export type PlaceKey = 'inbox' | 'flows' | 'simulate' | 'tests' | 'articles' | 'settings';

export interface Place {
  key: PlaceKey;
  href: string;
}

const BUILDERS = ['manager', 'administrator'];

/** The same as the server's own check of each page (lib/server/page-routes.ts): this only hides the doors. */
const OPEN_TO: Record<PlaceKey, readonly string[]> = {
  inbox: ['agent', 'supervisor'],
  flows: [...BUILDERS, 'tester', 'supervisor'],
  simulate: [...BUILDERS, 'tester'],
  tests: [...BUILDERS, 'tester'],
  articles: [...BUILDERS, 'tester', 'agent', 'supervisor'],
  settings: BUILDERS,
};

/** The places of the rail a person may open, always in the same order. Hidden, never greyed. */
export function placesFor(roles: readonly string[]): Place[] {
  return (Object.keys(OPEN_TO) as PlaceKey[])
    .filter((key) => OPEN_TO[key].some((role) => roles.includes(role)))
    .map((key) => ({ key, href: `/${key}` }));
}
