import { expect, test } from 'vitest';
import { permissionsOf, type Permission } from '@/lib/auth/permissions';
import { ROLES, type Role } from '@/lib/auth/roles';
import { placesFor, type PlaceKey } from './places';

/** What the server asks of who opens a place (lib/server/page-routes.ts). */
const NEEDED: Record<PlaceKey, Permission> = { inbox: 'inbox.read', flows: 'flows.read', simulate: 'flows.test', tests: 'flows.test', articles: 'knowledge.read', settings: 'workspace.configure' };

const open = (roles: readonly Role[]): PlaceKey[] => placesFor(roles).map(({ key }) => key);
const allowed = (roles: readonly Role[]): PlaceKey[] => (Object.keys(NEEDED) as PlaceKey[]).filter((key) => permissionsOf(roles).includes(NEEDED[key]));

test.each(ROLES)('the rail shows a %s the places that the server opens, and no other', (role) => {
  expect(open([role])).toEqual(allowed([role]));
});

test('several roles open the places of each, once', () => {
  for (const first of ROLES) for (const second of ROLES) expect(open([first, second])).toEqual(allowed([first, second]));
});

test('nobody opens nothing; an unknown role neither', () => {
  expect(placesFor([])).toEqual([]);
  expect(placesFor(['guest'])).toEqual([]);
});

test('every place stands in the rail for somebody', () => {
  expect(open(ROLES)).toEqual(Object.keys(NEEDED));
});
