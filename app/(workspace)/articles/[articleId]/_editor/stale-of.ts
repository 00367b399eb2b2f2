import { TRPCClientError } from '@trpc/client';
import type { ArticleView, StaleArticle } from '@/lib/api/view-models';

/** The article as the server has it, from a refused save; null when that was not why. */
export function staleOf(error: unknown): ArticleView | null {
  if (!(error instanceof TRPCClientError)) return null;
  const relais = (error.data as { relais?: Partial<StaleArticle> & { code?: string } } | undefined)?.relais;
  return relais?.code === 'stale-article' ? (relais.stored ?? null) : null;
}
