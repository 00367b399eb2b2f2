import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { OLDEST_VOCABULARY, VOCABULARY_VERSION } from '@/flows/compiler/machine-json';
import { compile } from '@/flows/compiler/compile';
import { parseDocument } from '@/flows/document/parse-document';
import type { Registry } from '@/flows/nodes/registry';
import type { FlowShelf, FlowSource } from '@/lib/store/turn-records';

/** Text of the sources kept, in characters: about fifty times as much memory, measured on flows of 20 to 2,000 steps. */
const CAPACITY = 2_000_000;

interface Kept {
  flow: CompiledFlow | undefined;
  size: number;
}

/**
 * The compiled flows of this process, by version. A published version never changes, so nothing is ever out of date;
 * the least recently used go when the sources kept exceed the capacity. A version that does not compile is kept as
 * such: its conversations go to a person instead of compiling again at every message.
 */
export function createFlowShelf(registry: Registry, onUnsound: (versionId: string, reason: string) => void, capacity = CAPACITY): FlowShelf {
  const kept = new Map<string, Kept>();
  let total = 0;

  return {
    has: (versionId) => kept.has(versionId),
    get(versionId) {
      const entry = kept.get(versionId);
      if (!entry) return undefined;
      kept.delete(versionId);
      kept.set(versionId, entry);
      return entry.flow;
    },
    put(versionId, source) {
      const flow = read(versionId, source, registry, onUnsound);
      const size = source.document.length + (source.compiled?.length ?? 0);
      kept.set(versionId, { flow, size });
      total += size;
      for (const [oldest, entry] of kept) {
        if (total <= capacity || oldest === versionId) break;
        kept.delete(oldest);
        total -= entry.size;
      }
    },
  };
}

/** What was compiled at publication is run as it was; only a machine of a vocabulary this program does not speak is compiled anew. */
function read(versionId: string, source: FlowSource, registry: Registry, onUnsound: (versionId: string, reason: string) => void): CompiledFlow | undefined {
  try {
    const stored = source.compiled === null ? undefined : (JSON.parse(source.compiled) as CompiledFlow);
    if (stored && stored.vocabulary >= OLDEST_VOCABULARY && stored.vocabulary <= VOCABULARY_VERSION) return { ...stored, ref: versionId };
    const parsed = parseDocument(JSON.parse(source.document));
    if (!parsed.ok) throw new Error('the stored document is not a flow document');
    const result = compile(parsed.document, { ref: versionId, registry });
    if (result.ok) return result.flow;
    onUnsound(versionId, result.diagnostics.map(({ code, node }) => `${code}${node === undefined ? '' : ` at ${node}`}`).join(', '));
  } catch (error) {
    onUnsound(versionId, error instanceof Error ? error.message : String(error));
  }
  return undefined;
}
