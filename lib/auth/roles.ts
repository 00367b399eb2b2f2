import { z } from 'zod';

/** A member has one role or more; what they may do is the union (permissions.ts). */
export const ROLES = ['administrator', 'manager', 'agent', 'tester', 'supervisor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = (typeof ROLES)[number];
