import type { LocalizedText } from '@/flows/document/localized-text';
import type { Caller } from '@/lib/auth/caller';
import type { FlowUse } from '@/lib/flows/reference-uses';

/** skills.matrix: agents (rows) and skills (columns). A skill missing in `levels` is not held. */
export interface SkillMatrix {
  skills: { key: string; name: LocalizedText }[];
  agents: { id: string; name: string; presence: 'available' | 'away' | 'offline'; capacity: number; queues: string[]; levels: Record<string, number> }[];
  queues: { key: string; name: LocalizedText }[];
}

/** Where a skill is asked for, and who holds it. */
export interface SkillUses {
  flows: FlowUse[];
  agents: { id: string; name: string }[];
}

/** Use cases on skills, all within the caller's workspace. */
export interface Skills {
  matrix(caller: Caller): Promise<SkillMatrix>;
  /** Refuses `key-taken`. */
  create(caller: Caller, input: { name: LocalizedText; key?: string | undefined }): Promise<{ key: string }>;
  /** Refuses `skill-gone`. */
  rename(caller: Caller, input: { key: string; name: LocalizedText }): Promise<void>;
  /** 1 to 5; 0 takes the skill away. Refuses `skill-gone`, `person-unknown`. */
  setLevel(caller: Caller, input: { userId: string; key: string; level: number }): Promise<void>;
  uses(caller: Caller, key: string): Promise<SkillUses>;
  /** Refuses `skill-gone`, and `in-use` with {@link SkillUses} while flows ask for it. Agents lose it. */
  remove(caller: Caller, key: string): Promise<void>;
}
