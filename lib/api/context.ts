import type { Accounts } from '@/lib/auth/accounts';
import type { Caller } from '@/lib/auth/caller';
import type { People } from '@/lib/auth/people/people';
import type { Flows } from '@/lib/flows/flows';
import type { Inbox } from '@/lib/inbox/inbox';
import type { Knowledge } from '@/lib/knowledge/knowledge';
import type { Tests } from '@/lib/tests/tests';
import type { Secrets } from '@/lib/secrets/secrets';
import type { Operations } from '@/lib/operations/operations';
import type { Settings } from '@/lib/settings/create-settings';

/** The use cases that procedures call. */
export interface Services {
  accounts: Accounts;
  flows: Flows;
  inbox: Inbox;
  knowledge: Knowledge;
  tests: Tests;
  people: People;
  settings: Settings;
  secrets: Secrets;
  operations: Operations;
}

/** Made for each request by the server. */
export interface ApiContext {
  /** Null when nobody is signed in. */
  caller: Caller | null;
  services: Services;
  /** The sentence for an error code, in the language of the one who asks. */
  sentence(code: string): string;
}
