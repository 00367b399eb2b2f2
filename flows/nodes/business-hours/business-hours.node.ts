import { z } from 'zod';
import { defineNode } from '../define-node';

const dataSchema = z.strictObject({ calendar: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/).meta({ field: 'calendar' }) });

/** Goes on by `open` or `closed`, as a calendar of the workspace says at that moment. */
export const businessHoursNode = defineNode({
  type: 'business-hours',
  version: 1,
  family: 'think',
  data: dataSchema,
  defaults: () => ({ calendar: 'service' }),
  ports: () => [
    { id: 'open', kind: 'exit', required: true, label: { key: 'open' } },
    { id: 'closed', kind: 'exit', required: true, label: { key: 'closed' } },
  ],
  refs: (data) => [{ kind: 'calendar', key: data.calendar, path: ['calendar'] }],
  migrations: [],
  compile: ({ data }) => ({
    entry: {
      do: [],
      then: {
        branch: [{ when: { type: 'open-at', params: { calendar: data.calendar } }, plan: { do: [], then: { exit: 'open', reason: 'open' } } }],
        otherwise: { do: [], then: { exit: 'closed', reason: 'closed' } },
      },
    },
    waits: {},
  }),
});
