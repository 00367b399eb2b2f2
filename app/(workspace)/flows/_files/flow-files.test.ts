import { expect, test } from 'vitest';
import { emptyDocument } from '@/flows/document/flow-document';
import { fileName } from './download-document';
import { LARGEST_FILE, readFlowFile } from './read-flow-file';

const file = (text: string, size = text.length) => ({ size, text: async () => text });

test.each([
  ['Réclamation, B2B d’abord', 'reclamation-b2b-d-abord'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本', 'flow'],
  ['x'.repeat(300), 'x'.repeat(80)],
])('%j is saved as %j', (name, saved) => expect(fileName(name)).toBe(saved));

test('a file is read with or without a byte order mark, and refused before it is sent when it holds no flow', async () => {
  const document = emptyDocument('A', ['fr']);
  expect(await readFlowFile(file(`\uFEFF${JSON.stringify(document, null, 2)}`))).toEqual({ ok: true, document, text: JSON.stringify(document) });
  expect(await readFlowFile(file('{\n  "format": 1 "name"'))).toEqual({ ok: false, fault: 'not-json', at: { line: 2, column: 15 } });
  // This browser says what it met and not where.
  expect(await readFlowFile(file('{"format": oops'))).toEqual({ ok: false, fault: 'not-json', at: null });
  expect(await readFlowFile(file('[]'))).toMatchObject({ ok: false, fault: 'not-a-flow', problems: [{ code: 'not-a-document' }] });
  expect(await readFlowFile(file('{}', LARGEST_FILE + 1))).toEqual({ ok: false, fault: 'too-large' });
  expect(await readFlowFile({ size: 1, text: () => Promise.reject(new Error('gone')) })).toEqual({ ok: false, fault: 'unreadable' });
});
