import type { Caller } from '@/lib/auth/caller';
import type { FlowUse } from '@/lib/flows/reference-uses';

/** A secret as it is shown: never its value. `updatedAt` in epoch milliseconds; `updatedBy` is a person's name. */
export interface SecretView {
  key: string;
  name: string;
  updatedAt: number;
  updatedBy: string;
}

/** Use cases on the secrets that flows send to services, all within the caller's workspace. */
export interface Secrets {
  list(caller: Caller): Promise<SecretView[]>;
  /** Refuses `key-taken`. */
  create(caller: Caller, input: { key: string; name: string; value: string }): Promise<void>;
  /** A new name, and a new value when one is given. Refuses `secret-gone`. */
  save(caller: Caller, input: { key: string; name: string; value?: string | undefined }): Promise<void>;
  uses(caller: Caller, key: string): Promise<{ flows: FlowUse[] }>;
  /** Refuses `secret-gone`, and `in-use` with the flows while some name it. */
  remove(caller: Caller, key: string): Promise<void>;
}
