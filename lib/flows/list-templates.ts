import { missingReferences } from '@/flows/compiler/references/missing-references';
import { keepLanguages } from '@/flows/document/keep-languages';
import { LIBRARY } from '@/flows/library/index';
import type { Caller } from '@/lib/auth/caller';
import type { FlowDeps } from './flow-deps';
import type { TemplateCard } from './flow-views';
import { knownKeys } from './known-keys';
import { thumbnail } from './thumbnail';

/** The ready-made flows as this workspace would get them: in its languages, with what it would lack. */
export async function listTemplates({ prisma, registry }: Pick<FlowDeps, 'prisma' | 'registry'>, caller: Caller): Promise<TemplateCard[]> {
  const known = await knownKeys(prisma, caller.workspace.id);
  return LIBRARY.map(({ key, name, description, document: whole, goldens }) => {
    const document = keepLanguages(whole, caller.workspace.languages);
    return {
      key,
      name,
      description,
      languages: document.languages,
      nodeCount: Object.keys(document.nodes).length,
      testCount: goldens.filter(({ script }) => document.languages.includes(script.language)).length,
      thumbnail: thumbnail(document, registry),
      missing: missingReferences(document, registry, known).map(({ kind, key: missing, steps }) => ({
        kind,
        key: missing,
        steps: steps.map((id) => document.nodes[id]?.title ?? {}),
      })),
    };
  });
}
