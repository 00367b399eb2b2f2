import { expect, test } from 'vitest';
import { PERMISSIONS, permissionsOf, rolesWith } from './permissions';
import { ROLES } from './roles';

test('every permission is held by some role, and one’s own account by all', () => {
  for (const permission of PERMISSIONS) expect(rolesWith(permission), permission).not.toEqual([]);
  expect(rolesWith('account.own')).toEqual([...ROLES]);
});

test('only agents answer customers; managers and testers do not read them', () => {
  expect(rolesWith('inbox.answer')).toEqual(['agent']);
  expect(rolesWith('inbox.read')).toEqual(['agent', 'supervisor']);
});

test('several roles add up, and no role gives nothing', () => {
  expect(permissionsOf(['agent', 'tester'])).toEqual(['account.own', 'workspace.read', 'flows.read', 'flows.test', 'knowledge.read', 'inbox.read', 'inbox.answer']);
  expect(permissionsOf([])).toEqual([]);
});
