/** The page to go to after signing in: one of ours, else the start. A foreign address in the link must not lead away. */
export function safeNext(wanted: string | string[] | undefined): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return '/';
  const url = new URL(wanted, 'http://relais.invalid');
  return url.host === 'relais.invalid' ? url.pathname + url.search : '/';
}
