import type { Caller } from '@/lib/auth/caller';

/** A key as it is listed: never the key itself. Times in epoch milliseconds. */
export interface ApiKeyView {
  id: string;
  name: string;
  lastFour: string;
  createdAt: number;
  /** Name of who made it; null when she is no longer known. */
  createdBy: string | null;
  /** To the minute. */
  lastUsedAt: number | null;
  revokedAt: number | null;
}

/** Use cases on API keys, all within the caller's workspace. */
export interface ApiKeys {
  /** Those that work first, the newest of each first. */
  list(caller: Caller): Promise<ApiKeyView[]>;
  /** The only time the key is told. */
  create(caller: Caller, input: { name: string }): Promise<{ id: string; key: string }>;
  /** Refuses `api-key-gone`. One that is revoked stays so. */
  revoke(caller: Caller, id: string): Promise<void>;
}
