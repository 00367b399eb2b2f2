import { calendarSchema } from '@/flows/calendars/calendar';
import { HOLIDAY_REGIONS } from '@/lib/settings/public-holidays';
import { z } from 'zod';
import { authorised } from '../authorised';
import { nameTextInput, referenceKeyInput } from '../inputs';
import { trpc } from '../trpc';

const keyed = z.strictObject({ key: referenceKeyInput });

export const calendarsRouter = trpc.router({
  list: authorised('workspace.configure').query(({ ctx }) => ctx.services.settings.calendars.list(ctx.caller)),
  get: authorised('workspace.configure').input(keyed).query(({ ctx, input }) => ctx.services.settings.calendars.get(ctx.caller, input.key)),
  create: authorised('workspace.configure')
    .input(z.strictObject({ name: nameTextInput, timeZone: calendarSchema.shape.timeZone, key: referenceKeyInput.optional() }))
    .mutation(({ ctx, input }) => ctx.services.settings.calendars.create(ctx.caller, input)),
  save: authorised('workspace.configure')
    .input(z.strictObject({ calendar: calendarSchema.extend({ name: nameTextInput }), updatedAt: z.number().int().min(0) }))
    .mutation(({ ctx, input }) => ctx.services.settings.calendars.save(ctx.caller, input)),
  uses: authorised('workspace.configure').input(keyed).query(({ ctx, input }) => ctx.services.settings.calendars.uses(ctx.caller, input.key)),
  remove: authorised('workspace.configure').input(keyed).mutation(({ ctx, input }) => ctx.services.settings.calendars.remove(ctx.caller, input.key)),
  /** The public holidays of a region in a year, closed all day, to be taken over into a calendar. */
  publicHolidays: authorised('workspace.configure')
    .input(z.strictObject({ region: z.enum(HOLIDAY_REGIONS), year: z.number().int().min(2020).max(2060) }))
    .query(({ ctx, input }) => ctx.services.settings.calendars.publicHolidays(input.region, input.year)),
});
