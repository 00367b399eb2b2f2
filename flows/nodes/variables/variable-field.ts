import { z } from 'zod';

/** Names a declared variable; the compiler reports one that is not. Blank while the author has not chosen. */
export const variableFieldSchema = z.string().max(40).meta({ field: 'variable' });
