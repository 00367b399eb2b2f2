import { z } from 'zod';
import { localizedTextSchema } from './localized-text';

export const VARIABLE_TYPES = ['text', 'number', 'boolean', 'date', 'list', 'object', 'secret'] as const;
/** What a variable holds. A date is a text such as `2026-11-12`; a secret is a text that no message may show. */
export type VariableType = (typeof VARIABLE_TYPES)[number];

/**
 * Names that templates and conditions already give a meaning: what stands beside the variables, then the words of CEL
 * and of Liquid.
 */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  'contact', 'message', 'conversation',
  'true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package',
  'namespace', 'return', 'var', 'void', 'while', 'bool', 'bytes', 'double', 'dyn', 'int', 'list', 'map', 'optional', 'string', 'type', 'uint',
  'cel', 'google', 'relais',
  'blank', 'empty', 'nil', 'and', 'or', 'not', 'contains', 'forloop', 'constructor', 'prototype',
]);

export const variableNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,39}$/, 'a lower-case letter, then letters, digits and _, at most 40')
  .refine((name) => !RESERVED_NAMES.has(name) && !name.startsWith('relais'), 'this name has a meaning of its own');

/**
 * Something a flow remembers. `conversation` lasts as long as the flow runs; `contact` belongs to the customer, is read
 * when the flow begins and written back when it is set. Until it is set, a variable is null.
 */
export const variableSchema = z.strictObject({
  name: variableNameSchema,
  type: z.enum(VARIABLE_TYPES),
  scope: z.enum(['conversation', 'contact']),
  label: localizedTextSchema,
});
export type Variable = z.infer<typeof variableSchema>;

/** The most variables one flow may declare. */
export const MOST_VARIABLES = 200;
