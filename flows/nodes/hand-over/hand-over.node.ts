import { z } from 'zod';
import type { ActionJson } from '@/flows/compiler/machine-json';
import { durationSchema, durationToMs } from '@/flows/document/duration';
import { messageContentSchema, textMessage } from '@/flows/document/message-content';
import { defaultText } from '../default-text';
import { defineNode, type CompileContext, type Plan, type Port, type StateFragment } from '../define-node';
import texts from './hand-over.texts.json';

const keySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const dataSchema = z.strictObject({
  message: messageContentSchema.nullable(),
  mode: z.enum(['keep-waiting', 'live']).meta({ field: 'enum' }),
  skills: z.array(keySchema).max(10).meta({ field: 'skills' }),
  queue: keySchema.meta({ field: 'queue' }).nullable(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']).meta({ field: 'enum' }),
  timeout: durationSchema.nullable(),
});
type HandOverData = z.infer<typeof dataSchema>;

/**
 * Passes the conversation to a person and rests, silent, until that person gives it back or closes it. In
 * `keep-waiting` it stays queued as long as it takes; in `live` somebody must come within `timeout`.
 */
export const handOverNode = defineNode({
  type: 'hand-over',
  version: 1,
  family: 'route',
  data: dataSchema,
  defaults: (languages) => ({
    message: textMessage(defaultText(texts, 'message', languages)),
    mode: 'keep-waiting' as const,
    skills: [],
    queue: null,
    priority: 'normal' as const,
    timeout: null,
  }),
  ports: (data) => [...livePorts(data), optional('customer-left'), optional('released')],
  refs: (data) => [
    ...data.skills.map((key, index) => ({ kind: 'skill' as const, key, path: ['skills', index] })),
    ...(data.queue === null ? [] : [{ kind: 'queue' as const, key: data.queue, path: ['queue'] }]),
  ],
  migrations: [],
  compile: compileHandOver,
});

function livePorts(data: HandOverData): Port[] {
  if (data.mode !== 'live') return [];
  return [
    { id: 'nobody-available', kind: 'exit', required: true, label: { key: 'nobody-available' } },
    {
      id: 'timed-out',
      kind: 'silence',
      required: true,
      label: { key: 'timed-out' },
      ...(data.timeout === null ? {} : { after: data.timeout }),
    },
  ];
}

function optional(id: string): Port {
  return { id, kind: 'exit', required: false, label: { key: id } };
}

function compileHandOver(context: CompileContext<HandOverData>): StateFragment {
  const { data, node } = context;
  const live = data.mode === 'live';
  const timeout = live && data.timeout !== null ? durationToMs(data.timeout) : undefined;
  if (live && timeout === undefined) {
    context.report({ code: 'timeout-required', severity: 'error', path: ['timeout'], params: {} });
  }
  const { skills, queue, priority, mode } = data;
  const say: ActionJson[] = data.message ? [{ type: 'send', params: { parts: data.message.parts } }] : [];
  const giveUp = (port: string): Plan => ({
    do: [{ type: 'cancel-handoff', params: { node: node.id } }],
    then: { exit: port, reason: port },
  });
  const end: Plan = { do: [], then: { end: true } };
  return {
    entry: {
      do: [...say, { type: 'request-handoff', params: { node: node.id, skills, queue, priority, mode } }],
      then: { wait: 'waiting-for-agent' },
    },
    waits: {
      'waiting-for-agent': {
        for: 'person',
        on: {
          'agent.joined': { do: [], then: { wait: 'with-agent' } },
          'agent.closed': end,
          ...(live ? { 'handoff.unavailable': giveUp('nobody-available') } : {}),
          // Unlinked, a customer who leaves keeps her place: she may come back and find her answer.
          ...(context.linked('customer-left') ? { 'customer.left': giveUp('customer-left') } : {}),
        },
        after: timeout === undefined ? [] : [{ ms: timeout, plan: giveUp('timed-out') }],
      },
      'with-agent': {
        for: 'person',
        on: { 'agent.released': { do: [], then: { exit: 'released', reason: 'released' } }, 'agent.closed': end },
      },
    },
  };
}
