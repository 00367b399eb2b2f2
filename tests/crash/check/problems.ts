/** One thing that must not be. */
export interface Problem {
  /** What was promised. */
  rule: string;
  /** Where it was broken: a conversation, a key. */
  where: string;
  what: string;
}

/** Notes a problem. */
export type Report = (rule: string, where: string, what: string) => void;
