/** What `Retry-After` asks for, in milliseconds from `now`: seconds, or a date. Undefined when it says nothing readable. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const plain = header.trim();
  if (/^\d{1,9}$/.test(plain)) return Number(plain) * 1000;
  const at = /^[A-Za-z]{3}, /.test(plain) ? Date.parse(plain) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
