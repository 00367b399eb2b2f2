import { TRPCError } from '@trpc/server';
import { Refusal } from '@/lib/refusal';

/** The refusal that a procedure answers with; throws when it answers otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError && error.cause instanceof Refusal) return error.cause;
  throw new Error(`not a refusal: ${String(error)}`);
}
