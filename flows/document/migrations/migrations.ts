import { formatZeroToOne } from './format-0-to-1';

/** Turns a document of format `from` into one of `from + 1`. Total: what it does not understand it leaves as it is. */
export interface FormatMigration {
  from: number;
  migrate(document: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** One for every format before the present one; each has a fixture pair in migrations/fixtures. */
export const FORMAT_MIGRATIONS: readonly FormatMigration[] = [{ from: 0, migrate: formatZeroToOne }];
