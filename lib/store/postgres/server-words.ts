/** The driver's words; of several addresses tried in vain, those for the first. */
export function serverWords(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
