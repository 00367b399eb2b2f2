import { z } from 'zod';
import type { ActionJson } from '@/flows/compiler/machine-json';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode } from '../define-node';
import texts from './close.texts.json';

const dataSchema = z.strictObject({
  message: messageContentSchema.nullable(),
  disposition: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/).meta({ field: 'disposition' }),
});

/** Says goodbye, notes why, and closes the conversation. */
export const closeNode = defineNode({
  type: 'close',
  version: 1,
  family: 'finish',
  data: dataSchema,
  defaults: (languages) => ({ message: textMessage(defaultText(texts, 'message', languages)), disposition: 'resolved' }),
  ports: () => [],
  refs: () => [],
  migrations: [],
  compile: ({ data, node }) => {
    const say: ActionJson[] = data.message ? [{ type: 'send', params: { parts: data.message.parts } }] : [];
    return {
      entry: { do: [...say, { type: 'close', params: { node: node.id, disposition: data.disposition } }], then: { end: true } },
      waits: {},
    };
  },
});
