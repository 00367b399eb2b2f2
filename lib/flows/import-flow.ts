import { mapReferences, type ReferenceMapping } from '@/flows/compiler/references/map-references';
import { parseDocument } from '@/flows/document/parse-document';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import type { NotAFlow } from './flow-views';
import { insertFlow } from './insert-flow';

/**
 * A new flow from the text of a file, brought to the newest format. Refuses `malformed-json`, and `not-a-flow` with
 * every problem and its place. Steps of types that are not known here come along: the compiler reports them.
 */
export async function importFlow(deps: FlowDeps, caller: Caller, input: { text: string; references: ReferenceMapping[] }): Promise<{ id: string }> {
  const parsed = parseDocument(parsedJson(input.text));
  if (!parsed.ok) throw new Refusal('invalid', 'not-a-flow', { problems: parsed.problems } satisfies NotAFlow);
  return insertFlow(deps, caller, { document: mapReferences(parsed.document, deps.registry, input.references), detail: { imported: true } });
}

function parsedJson(text: string): unknown {
  try {
    // A file of another editor may begin with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refusal('invalid', 'malformed-json');
  }
}
