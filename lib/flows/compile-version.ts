import { createHash } from 'node:crypto';
import { compile } from '@/flows/compiler/compile';
import type { KnownReferences } from '@/flows/compiler/checks/check-references';
import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { Diagnostic } from '@/flows/document/diagnostic';
import type { Registry } from '@/flows/nodes/registry';
import { readStoredDocument } from './read-stored-document';

/** A document about to become a version. As text: it travels between threads, and is stored as such. */
export interface VersionSource {
  versionId: string;
  /** A stored flow document, of any format. */
  document: string;
  references: KnownReferences;
}

/** `document` is in the newest format, `hash` its SHA-256 in hexadecimal, `compiled` the machine as JSON. */
export type CompiledVersion =
  | { ok: true; document: string; compiled: string; hash: string; triggers: readonly CompiledTrigger[] }
  | { ok: false; diagnostics: Diagnostic[] };

/** Compiles a version, here or elsewhere. Rejects only where the compiler itself is broken. */
export type CompileVersion = (source: VersionSource) => Promise<CompiledVersion>;

/** Takes seconds for thousands of steps: a program that serves turns runs it beside its loop, with compile-aside.ts. */
export function compileVersion({ versionId, document, references }: VersionSource, registry: Registry): CompiledVersion {
  const read = readStoredDocument(document);
  const result = compile(read, { ref: versionId, registry, references });
  if (!result.ok) return result;
  const text = JSON.stringify(read);
  return { ok: true, document: text, compiled: JSON.stringify(result.flow), hash: createHash('sha256').update(text).digest('hex'), triggers: result.flow.triggers ?? [] };
}
