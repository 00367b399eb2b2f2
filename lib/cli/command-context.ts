import type { AppLocale } from '@/lib/i18n/locales';
import type { Translate } from '@/lib/i18n/translator';

/** What every command is given. */
export interface CommandContext {
  /** The program's folder. */
  root: string;
  /** Folder of the built pages; null when they are not built: development, and commands that serve none. */
  pages: string | null;
  language: AppLocale;
  say: Translate;
  /** A line of the result: standard output. */
  print(line: string): void;
  /** A line about the work: standard error. */
  tell(line: string): void;
  environment: Readonly<Record<string, string | undefined>>;
}

/** Exit codes: done; done, and something was found; asked wrongly. */
export const EXIT = { ok: 0, found: 1, misuse: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
