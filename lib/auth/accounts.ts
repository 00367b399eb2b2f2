import type { Me, Preferences } from './account-views';
import type { Caller } from './caller';

/** Use cases on one's own account. */
export interface Accounts {
  me(caller: Caller): Promise<Me>;
  setPreferences(caller: Caller, preferences: Preferences): Promise<void>;
}
