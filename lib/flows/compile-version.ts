import { createHash } from 'node:crypto';
import { compile } from '@/flows/compiler/compile';
import type { KnownReferences } from '@/flows/compiler/checks/check-references';
import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { Registry } from '@/flows/nodes/registry';

/** A document about to become a version. As text: it travels between threads, and is stored as such. */
export interface VersionSource {
  versionId: string;
  /** A flow document in the newest format, as JSON. */
  document: string;
  references: KnownReferences;
}

/** `compiled` is the machine as JSON, `hash` the document's SHA-256 in hexadecimal. */
export type CompiledVersion =
  | { ok: true; compiled: string; hash: string; triggers: readonly CompiledTrigger[] }
  | { ok: false; diagnostics: Diagnostic[] };

/** Compiles a version, here or elsewhere. Rejects only where the compiler itself is broken. */
export type CompileVersion = (source: VersionSource) => Promise<CompiledVersion>;

/** Takes seconds for thousands of steps: a program that serves turns runs it beside its loop, with compile-aside.ts. */
export function compileVersion({ versionId, document, references }: VersionSource, registry: Registry): CompiledVersion {
  const result = compile(JSON.parse(document) as FlowDocument, { ref: versionId, registry, references });
  if (!result.ok) return result;
  return { ok: true, compiled: JSON.stringify(result.flow), hash: createHash('sha256').update(document).digest('hex'), triggers: result.flow.triggers ?? [] };
}
