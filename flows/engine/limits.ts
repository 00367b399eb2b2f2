import type { Limits } from './engine-types';

/** What one turn may cost before it fails and a person is called. */
export const DEFAULT_LIMITS: Limits = { iterations: 200, effects: 50, textLength: 4096 };

/** Local effects, such as a search of the articles, that one delivery answers at most before its turn fails. */
export const MOST_ROUNDS = 8;
