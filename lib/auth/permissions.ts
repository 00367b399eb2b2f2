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
  /** Simulate flows, and keep and run their tests. */
  'flows.test',
  'knowledge.read',
  'knowledge.edit',
  /** Skills, queues, calendars, languages, the widget: what flows and routing stand on. */
  'workspace.configure',
  /** Members and their roles. */
  'people.manage',
  /** Passwords and keys of the services that flows call. */
  'secrets.manage',
  /** Keys by which other systems act in the workspace. */
  'api-keys.manage',
  /** Turns that failed and messages that did not leave: what customers wrote is in them. */
  'operations.manage',
  /** Read conversations: customers' personal data. */
  'inbox.read',
  /** Be offered conversations and answer them. */
  'inbox.answer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const BUILDING: readonly Permission[] = [
  'account.own',
  'workspace.read',
  'flows.read',
  'flows.edit',
  'flows.publish',
  'flows.test',
  'knowledge.read',
  'knowledge.edit',
  'workspace.configure',
];

const GRANTS: Record<Role, readonly Permission[]> = {
  administrator: [...BUILDING, 'people.manage', 'secrets.manage', 'api-keys.manage', 'operations.manage'],
  manager: BUILDING,
  agent: ['account.own', 'workspace.read', 'knowledge.read', 'inbox.read', 'inbox.answer'],
  tester: ['account.own', 'workspace.read', 'flows.read', 'flows.test', 'knowledge.read'],
  supervisor: ['account.own', 'workspace.read', 'flows.read', 'knowledge.read', 'inbox.read'],
};

/** Everything these roles together may do, in the order of PERMISSIONS. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => roles.some((role) => GRANTS[role].includes(permission)));
}

/** The roles that hold a permission. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => GRANTS[role].includes(permission));
}
