/** Hosts inside the house that flows may call, as `host:port`; nothing else in private networks is reachable. */
export interface AllowedHosts {
  has(host: string, port: number): boolean;
}

/** Names are compared as a URL spells them: lower case, numbers in decimal, IPv6 without brackets. */
export function allowedHosts(list: readonly { host: string; port: number }[]): AllowedHosts {
  const names = new Set(list.map(({ host, port }) => `${bareHost(host)}:${port}`));
  return { has: (host, port) => names.has(`${bareHost(host)}:${port}`) };
}

/** A host without brackets around an IPv6 address. */
export function bareHost(host: string): string {
  return host.replace(/^\[|\]$/g, '').toLowerCase();
}
