import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { defaultRegistry } from '@/flows/nodes/registry';
import { compileAside } from '@/lib/flows/compile-aside';
import { compileVersion } from '@/lib/flows/compile-version';
import { buildChild } from '../crash/build-child';

const source = {
  versionId: 'v1',
  document: readFileSync('flows/library/customer-service.flow.json', 'utf8'),
  references: { skills: ['delivery', 'refund'], queues: ['service'], calendars: [], connections: [] },
};

test('a version compiled in a thread is the one compiled here, and a flow with errors is refused alike', async () => {
  const aside = compileAside(pathToFileURL(await buildChild('lib/flows/compile-version-worker.ts')));
  const unsound = { ...source, references: { ...source.references, queues: [] as string[] } };
  const [sound, refused] = await Promise.all([aside(source), aside(unsound)]);
  expect(sound).toEqual(compileVersion(source, defaultRegistry));
  expect(refused).toEqual(compileVersion(unsound, defaultRegistry));
  expect([sound.ok, refused.ok]).toEqual([true, false]);
});

test('a thread that breaks refuses its version and not the next one', async () => {
  const aside = compileAside(pathToFileURL(await buildChild('lib/flows/compile-version-worker.ts')));
  const broken = aside({ ...source, document: 'not JSON' });
  const next = aside(source);
  await expect(broken).rejects.toThrow('JSON');
  expect((await next).ok).toBe(true);
});
