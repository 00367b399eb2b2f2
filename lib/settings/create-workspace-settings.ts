import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { flowDocuments } from '@/lib/flows/flow-documents';
import { Refusal } from '@/lib/refusal';
import { z } from 'zod';
import type { SettingsDeps } from './settings-deps';
import { storedText } from './stored-text';
import type { WorkspaceSettings, WorkspaceView } from './workspace-settings';

const languagesSchema = z.array(z.string()).min(1);

/** The use cases on the workspace's name and languages over the database. */
export function createWorkspaceSettings({ prisma, clock }: Pick<SettingsDeps, 'prisma' | 'clock'>): WorkspaceSettings {
  return {
    get,
    async rename(caller, name) {
      const { id } = caller.workspace;
      await prisma.$transaction([
        prisma.workspace.update({ where: { id }, data: { name } }),
        audit(prisma, caller, { at: clock.now(), action: 'workspace.renamed', target: 'workspace', targetId: id, detail: { from: caller.workspace.name, to: name } }),
      ]);
    },
    async addLanguage(caller, language) {
      const { languages } = await get(caller);
      if (languages.includes(language)) throw new Refusal('conflict', 'language-known');
      return write(caller, [...languages, language]);
    },
    async makeDefaultLanguage(caller, language) {
      const { languages } = await get(caller);
      if (!languages.includes(language)) throw new Refusal('not-found', 'language-unknown');
      return write(caller, [language, ...languages.filter((other) => other !== language)]);
    },
    async languageUses(caller, language) {
      const workspaceId = caller.workspace.id;
      const [flows, articles] = await Promise.all([
        flowDocuments(prisma, workspaceId),
        prisma.article.findMany({ where: { workspaceId, archivedAt: null }, select: { title: true, answer: true } }),
      ]);
      return {
        flows: flows.filter(({ draft, live }) => [draft, ...live].some((document) => document?.languages.includes(language))).map(({ flowId, name }) => ({ flowId, name })),
        articles: articles.filter(({ title, answer }) => [title, answer].some((text) => storedText(text)[language]?.trim())).length,
      };
    },
    async removeLanguage(caller, language) {
      const { languages } = await get(caller);
      if (!languages.includes(language)) throw new Refusal('not-found', 'language-unknown');
      if (languages[0] === language) throw new Refusal('conflict', 'default-language');
      return write(caller, languages.filter((other) => other !== language));
    },
  };

  async function get(caller: Caller): Promise<WorkspaceView> {
    const { name, languages } = await prisma.workspace.findUniqueOrThrow({ where: { id: caller.workspace.id } });
    return { name, languages: languagesSchema.parse(JSON.parse(languages)) };
  }

  async function write(caller: Caller, languages: string[]): Promise<WorkspaceView> {
    const { id, name } = caller.workspace;
    await prisma.$transaction([
      prisma.workspace.update({ where: { id }, data: { languages: JSON.stringify(languages) } }),
      audit(prisma, caller, { at: clock.now(), action: 'workspace.languages-changed', target: 'workspace', targetId: id, detail: { languages } }),
    ]);
    return { name, languages };
  }
}
