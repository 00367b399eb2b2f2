import { describe, expect, it } from 'vitest';
import { defaultRegistry } from '@/flows/nodes/registry';
import { offeredTypes } from './offered-types';

const names = (hasEntry: boolean) => offeredTypes(defaultRegistry.types, hasEntry).map(({ type }) => type);

describe('offeredTypes', () => {
  it('leaves out no type of an empty flow', () => {
    expect(names(false)).toEqual(defaultRegistry.types.map(({ type }) => type));
  });

  it('offers an entry only while there is none', () => {
    expect(names(false)).toContain('start');
    expect(names(true)).not.toContain('start');
  });
});
