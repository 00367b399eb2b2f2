import { webChatSettingsSchema } from '@/lib/channels/web-chat/settings';
import { z } from 'zod';
import { authorised } from '../authorised';
import { idInput, languageInput } from '../inputs';
import { trpc } from '../trpc';

const connectionInput = z.strictObject({ name: z.string().trim().min(1).max(80), flowId: idInput.nullable() });

export const widgetRouter = trpc.router({
  list: authorised('workspace.configure').query(({ ctx }) => ctx.services.settings.widgets.list(ctx.caller)),
  create: authorised('workspace.configure')
    .input(connectionInput)
    .mutation(({ ctx, input }) => ctx.services.settings.widgets.create(ctx.caller, input)),
  save: authorised('workspace.configure')
    .input(connectionInput.extend({ id: idInput, settings: webChatSettingsSchema }))
    .mutation(({ ctx, input }) => ctx.services.settings.widgets.save(ctx.caller, input)),
  /** What a widget would be told with these settings. A mutation only for its size: an image does not fit an address. */
  preview: authorised('workspace.configure')
    .input(z.strictObject({ settings: webChatSettingsSchema, language: languageInput }))
    .mutation(({ ctx, input }) => ctx.services.settings.widgets.preview(ctx.caller, input)),
});
