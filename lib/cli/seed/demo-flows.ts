import { createHash } from 'node:crypto';
import { compile } from '@/flows/compiler/compile';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import { LIBRARY, type LibraryFlow } from '@/flows/library/index';
import { defaultRegistry } from '@/flows/nodes/registry';
import { newId } from '@/lib/ids';
import type { DEMO } from './demo-workspace';

/**
 * Rows for the whole library, each flow with its golden conversations as tests. The first is published as version 1,
 * for the web chat to begin with; the others are drafts. Listed in the library's order: the newest is the first.
 */
export function demoFlows(authorId: string, at: bigint, demo: typeof DEMO) {
  const planted = LIBRARY.map((source, index) => {
    const made = at - BigInt(index);
    const draft = JSON.stringify(flowDocumentSchema.parse(source.document));
    const flow = { id: newId(), name: source.document.name, draft, createdAt: made, updatedAt: made, updatedBy: authorId };
    return { source, flow };
  });
  const [first] = planted;
  if (!first) throw new Error('the library is empty');
  const version = firstVersion(first.source, first.flow, demo);
  return {
    flows: planted.map(({ flow }) => (flow === first.flow ? { ...flow, publishedRevision: 0, publishedVersionId: version.id } : flow)),
    version,
    tests: planted.flatMap(({ source: { goldens }, flow }) => goldens.map((golden) => ({ ...testRow(golden, demo), flowId: flow.id, createdAt: at, createdBy: authorId, updatedAt: at, updatedBy: authorId }))),
  };
}

function firstVersion({ document }: LibraryFlow, flow: { id: string; draft: string; createdAt: bigint; updatedBy: string }, demo: typeof DEMO) {
  const id = newId();
  const references = { skills: Object.keys(demo.skills), queues: [demo.queue.key], calendars: [demo.calendar.key] };
  const compiled = compile(document, { ref: id, registry: defaultRegistry, references });
  if (!compiled.ok) throw new Error(`the demo flow has errors: ${compiled.diagnostics.map(({ code, node }) => `${code} ${node ?? ''}`).join(', ')}`);
  return {
    id,
    flowId: flow.id,
    number: 1,
    document: flow.draft,
    compiled: JSON.stringify(compiled.flow),
    hash: createHash('sha256').update(flow.draft).digest('hex'),
    publishedBy: flow.updatedBy,
    publishedAt: flow.createdAt,
  };
}

/** Named in the workspace's first language. */
function testRow({ case: id, name, script, transcript }: LibraryFlow['goldens'][number], { workspace }: typeof DEMO) {
  return { id: newId(), name: name[workspace.languages[0] ?? ''] ?? id, script: JSON.stringify(script), transcript: JSON.stringify(transcript) };
}
