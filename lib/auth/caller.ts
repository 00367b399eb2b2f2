import type { Permission } from './permissions';
import type { Role } from './roles';

export type Theme = 'system' | 'light' | 'dark';

/** Who asks: a signed-in member, in one workspace. Made from the session by the server, never from a request's body. */
export interface Caller {
  userId: string;
  name: string;
  email: string;
  workspace: { id: string; name: string; languages: string[] };
  roles: Role[];
  permissions: Permission[];
  /** Language of the interface. */
  locale: string;
  theme: Theme;
}
