import { ROLES, type Role } from './roles';

/** What a procedure or a page asks for. A procedure names exactly one. */
export const PERMISSIONS = [
  /** One's own account, preferences and live stream: every member. */
  'account.own',
  /** Names of skills and queues. */
  'workspace.read',
  'flows.read',
  'flows.edit',
  'flows.publish',
  /** Read conversations: customers' personal data. */
  'inbox.read',
  /** Be offered conversations and answer them. */
  'inbox.answer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTS: Record<Role, readonly Permission[]> = {
  administrator: ['account.own', 'workspace.read', 'flows.read', 'flows.edit', 'flows.publish'],
  manager: ['account.own', 'workspace.read', 'flows.read', 'flows.edit', 'flows.publish'],
  agent: ['account.own', 'workspace.read', 'inbox.read', 'inbox.answer'],
  tester: ['account.own', 'workspace.read', 'flows.read'],
  supervisor: ['account.own', 'workspace.read', 'flows.read', 'inbox.read'],
};

/** Everything these roles together may do, in the order of PERMISSIONS. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => roles.some((role) => GRANTS[role].includes(permission)));
}

/** The roles that hold a permission. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => GRANTS[role].includes(permission));
}
