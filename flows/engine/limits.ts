import type { Limits } from './engine-types';

/** What one turn may cost before it fails and a person is called. */
export const DEFAULT_LIMITS: Limits = { iterations: 200, effects: 50, textLength: 4096 };
