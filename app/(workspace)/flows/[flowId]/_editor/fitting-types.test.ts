import { expect, it } from 'vitest';
import { defaultRegistry } from '@/flows/nodes/registry';
import { fittingTypes } from './fitting-types';

const fitting = (query: string, locale: string) => fittingTypes(defaultRegistry.types, query, locale).map(({ type }) => type);

it('finds a step by its name in the person’s language, whatever the accents, before what only mentions it', () => {
  expect(fitting('mess', 'en')[0]).toBe('message');
  expect(fitting('wait', 'en')[0]).toBe('wait');
  expect(fitting('DEBUT', 'fr')).toContain('start');
  expect(fitting('answer', 'en').length).toBeGreaterThan(1);
  expect(fitting('xyzzy', 'en')).toEqual([]);
});
