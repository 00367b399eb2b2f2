import { mapReferences, type ReferenceMapping } from '@/flows/compiler/references/map-references';
import { dropLanguages } from '@/flows/document/drop-languages';
import type { Json } from '@/flows/document/json';
import { keepLanguages } from '@/flows/document/keep-languages';
import { pickText } from '@/flows/document/localized-text';
import { LIBRARY } from '@/flows/library/index';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import { insertFlow } from './insert-flow';

/**
 * A new flow as a copy of a ready-made one, with its golden conversations. It arrives in those of its languages that
 * the workspace speaks, the workspace's default first; conversations in other languages stay behind. What it names and
 * the workspace lacks is named anew as the caller says, and otherwise left for the compiler to report.
 * Refuses `template-unknown`.
 */
export async function createFromTemplate(deps: FlowDeps, caller: Caller, input: { template: string; name: string; references: ReferenceMapping[] }): Promise<{ id: string }> {
  const template = LIBRARY.find(({ key }) => key === input.template);
  if (!template) throw new Refusal('not-found', 'template-unknown');
  const spoken = keepLanguages(template.document, caller.workspace.languages);
  const document = { ...mapReferences(spoken, deps.registry, input.references), name: input.name };
  const goldens = template.goldens.filter(({ script }) => document.languages.includes(script.language));
  // What is noted for the agent is noted in the languages of the flow.
  const text = (value: unknown): string => JSON.stringify(dropLanguages(value as Json, template.document.languages, document.languages));
  return insertFlow(deps, caller, {
    document,
    tests: goldens.map(({ name, case: key, script, transcript }) => ({
      name: pickText(name, caller.locale, document.languages) || key,
      script: text(script),
      transcript: text(transcript),
    })),
    detail: { template: template.key },
  });
}
