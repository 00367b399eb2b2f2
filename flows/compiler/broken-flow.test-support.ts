import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import type { DiagnosticCode } from './diagnostic-codes';

type Path = (string | number)[];
export type Change = { set: Path; to: unknown } | { remove: Path };

/** A mistake as changes to the base flow, changes that come close and are none, and where the mistake is found. */
export interface Fixture {
  trigger: Change[];
  nearMiss: Change[];
  where: { node?: string; port?: string; path?: Path };
}

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(folder + name, 'utf8'));

export function fixtureOf(code: DiagnosticCode): Fixture {
  return read(`${code}.json`) as Fixture;
}

/** The base flow, which compiles without a word, after some changes. */
export function changedFlow(changes: readonly Change[]): FlowDocument {
  const document = read('base.flow.json') as Record<string, unknown>;
  for (const change of changes) {
    const path = 'set' in change ? change.set : change.remove;
    const owner = path.slice(0, -1).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document) as Record<string, unknown>;
    const key = String(path.at(-1));
    if ('set' in change) owner[key] = change.to;
    else Reflect.deleteProperty(owner, key);
  }
  return flowDocumentSchema.parse(document);
}
