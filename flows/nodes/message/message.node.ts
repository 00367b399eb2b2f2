import { z } from 'zod';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode } from '../define-node';
import texts from './message.texts.json';

const dataSchema = z.strictObject({ message: messageContentSchema });

/** Says something and goes on at once. */
export const messageNode = defineNode({
  type: 'message',
  version: 1,
  family: 'talk',
  data: dataSchema,
  defaults: (languages) => ({ message: textMessage(defaultText(texts, 'message', languages)) }),
  ports: () => [{ id: 'next', kind: 'exit', required: true, label: { key: 'next' } }],
  refs: () => [],
  migrations: [],
  compile: ({ data }) => ({
    entry: { do: [{ type: 'send', params: { parts: data.message.parts } }], then: { exit: 'next', reason: 'next' } },
    waits: {},
  }),
});
