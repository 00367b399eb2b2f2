import { z } from 'zod';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode } from '../define-node';
import { compileQuestion } from '../options/compile-question';
import { noReplyPort } from '../options/no-reply-port';
import { fixedOptionSchema, noReplySchema } from '../options/option-schema';
import texts from './auto-reply.texts.json';

const dataSchema = z.strictObject({
  message: messageContentSchema,
  close: fixedOptionSchema,
  escalate: fixedOptionSchema,
  noReply: noReplySchema,
});

/** Gives an answer and lets the customer close or ask for a person. Anything else she writes leaves by `no-match` at once. */
export const autoReplyNode = defineNode({
  type: 'auto-reply',
  version: 1,
  family: 'talk',
  data: dataSchema,
  defaults: (languages) => ({
    message: textMessage(defaultText(texts, 'message', languages)),
    close: { label: defaultText(texts, 'close', languages), synonyms: {} },
    escalate: { label: defaultText(texts, 'escalate', languages), synonyms: {} },
    noReply: { after: 'PT30M' },
  }),
  ports: (data) => [
    { id: 'close', kind: 'exit', required: true, label: { text: data.close.label } },
    { id: 'escalate', kind: 'exit', required: true, label: { text: data.escalate.label } },
    { id: 'no-match', kind: 'exit', required: true, label: { key: 'no-match' } },
    ...noReplyPort(data.noReply),
  ],
  refs: () => [],
  migrations: [],
  compile: (context) => {
    const { data, node } = context;
    const options = (['close', 'escalate'] as const).map((port) => ({
      ...data[port],
      port,
      value: `${node.id}:${port}`,
      path: [port, 'label'],
    }));
    return compileQuestion({ message: data.message, options, tries: 1, retry: {}, noReply: data.noReply }, context);
  },
});
