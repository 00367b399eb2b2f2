import { describe, expect, it } from 'vitest';
import { defaultRegistry } from '@/flows/nodes/registry';
import { offeredTypes } from './offered-types';

const names = (hasEntry: boolean) => offeredTypes(defaultRegistry.types, hasEntry).map(({ type }) => type);

describe('offeredTypes', () => {
  it('leaves out a type that is not available, and no other', () => {
    const left = defaultRegistry.types.map(({ type }) => type).filter((type) => !names(false).includes(type));
    expect(left).toEqual(['faq-answer']);
  });

  it('offers an entry only while there is none', () => {
    expect(names(false)).toContain('start');
    expect(names(true)).not.toContain('start');
  });
});
