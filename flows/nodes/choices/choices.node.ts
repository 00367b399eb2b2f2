import { z } from 'zod';
import { localizedTextSchema } from '@/flows/document/localized-text';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode } from '../define-node';
import { compileQuestion } from '../options/compile-question';
import { noReplyPort } from '../options/no-reply-port';
import { authorOptionSchema, noReplySchema } from '../options/option-schema';
import texts from './choices.texts.json';

const dataSchema = z.strictObject({
  message: messageContentSchema,
  options: z
    .array(authorOptionSchema)
    .min(1)
    .max(10)
    .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'two options have the same id')
    .meta({ field: 'options' }),
  tries: z.number().int().min(1).max(5).meta({ field: 'integer' }),
  retry: localizedTextSchema.meta({ field: 'localized-text', template: true, optional: true }),
  noReply: noReplySchema,
});

/** Asks with buttons; written answers are matched by label, number or synonym. */
export const choicesNode = defineNode({
  type: 'choices',
  version: 1,
  family: 'talk',
  data: dataSchema,
  defaults: (languages) => ({
    message: textMessage(defaultText(texts, 'message', languages)),
    options: [{ id: 'a', label: defaultText(texts, 'option', languages), synonyms: {} }],
    tries: 2,
    retry: defaultText(texts, 'retry', languages),
    noReply: { after: 'PT30M' },
  }),
  ports: (data) => [
    ...data.options.map((option) => ({ id: `option:${option.id}`, kind: 'exit' as const, required: true, label: { text: option.label } })),
    { id: 'no-match', kind: 'exit', required: true, label: { key: 'no-match' } },
    ...noReplyPort(data.noReply),
  ],
  refs: () => [],
  migrations: [],
  compile: (context) => {
    const { data, node } = context;
    const options = data.options.map((option, index) => ({
      ...option,
      port: `option:${option.id}`,
      value: `${node.id}:${option.id}`,
      path: ['options', index, 'label'],
    }));
    return compileQuestion({ ...data, options }, context);
  },
});
