import { z } from 'zod';

const nameSchema = z.string().max(40);

/** Names a declared variable that is read; the compiler reports one that is not declared. Blank while the author has not chosen. */
export const variableFieldSchema = nameSchema.meta({ field: 'variable' });

/** Names a declared variable that is given a value. */
export const assignedVariableSchema = nameSchema.meta({ field: 'variable', assigned: true });
