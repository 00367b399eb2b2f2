import { z } from 'zod';
import { authorised } from '../authorised';
import { languageInput } from '../inputs';
import { trpc } from '../trpc';

const inLanguage = z.strictObject({ language: languageInput });

/** The workspace itself: its name and languages. */
export const settingsRouter = trpc.router({
  workspace: authorised('workspace.configure').query(({ ctx }) => ctx.services.settings.workspace.get(ctx.caller)),
  rename: authorised('workspace.configure')
    .input(z.strictObject({ name: z.string().trim().min(1).max(80) }))
    .mutation(({ ctx, input }) => ctx.services.settings.workspace.rename(ctx.caller, input.name)),
  addLanguage: authorised('workspace.configure').input(inLanguage).mutation(({ ctx, input }) => ctx.services.settings.workspace.addLanguage(ctx.caller, input.language)),
  makeDefaultLanguage: authorised('workspace.configure').input(inLanguage).mutation(({ ctx, input }) => ctx.services.settings.workspace.makeDefaultLanguage(ctx.caller, input.language)),
  languageUses: authorised('workspace.configure').input(inLanguage).query(({ ctx, input }) => ctx.services.settings.workspace.languageUses(ctx.caller, input.language)),
  removeLanguage: authorised('workspace.configure').input(inLanguage).mutation(({ ctx, input }) => ctx.services.settings.workspace.removeLanguage(ctx.caller, input.language)),
});
