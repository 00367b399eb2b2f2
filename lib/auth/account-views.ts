import type { Theme } from './caller';
import type { Permission } from './permissions';
import type { Role } from './roles';

export type Presence = 'available' | 'away' | 'offline';

/** An agent's own working state; `load` counts conversations accepted and offered. */
export interface AgentState {
  presence: Presence;
  capacity: number;
  load: number;
}

/** session.me */
export interface Me {
  user: { id: string; name: string; email: string };
  workspace: { id: string; name: string; languages: string[] };
  roles: Role[];
  permissions: Permission[];
  locale: string;
  theme: Theme;
  /** Null for a member who takes no conversations. */
  agent: AgentState | null;
}

export interface Preferences {
  locale?: string;
  theme?: Theme;
}
