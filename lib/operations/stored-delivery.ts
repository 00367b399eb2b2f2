import { z } from 'zod';
import type { Prisma } from '@/lib/store/prisma/generated/client';

export const FAILED_DELIVERY = {
  conversation: { select: { epoch: true, identity: { select: { profile: { select: { name: true } }, connection: { select: { channel: true } } } } } },
} satisfies Prisma.OutboxInclude;
export type StoredDelivery = Prisma.OutboxGetPayload<{ include: typeof FAILED_DELIVERY }>;

const payloadSchema = z.object({
  author: z.string().optional(),
  channel: z.string().optional(),
  content: z.object({ parts: z.array(z.object({ text: z.string() })) }).optional(),
});

/** What an outbox row carries, as far as people read it. */
export function deliveryPayload(payload: string): z.infer<typeof payloadSchema> {
  return payloadSchema.catch({}).parse(JSON.parse(payload));
}

/** The assistant wrote it before an agent came or went: the outbox would drop it. */
export function isOld({ payload, epoch, conversation }: Pick<StoredDelivery, 'payload' | 'epoch' | 'conversation'>): boolean {
  return deliveryPayload(payload).author === 'bot' && epoch < conversation.epoch;
}
