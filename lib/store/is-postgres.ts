/** Whether a database is named by a PostgreSQL address, and not by a file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:\/\//.test(database);
}
