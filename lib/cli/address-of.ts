/** Where a PostgreSQL database is, for a person to recognise: host, port and name. Neither user nor password. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
