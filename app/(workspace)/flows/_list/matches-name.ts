/** Whether every word of the query stands in the name, whatever the case and the accents. */
export function matchesName(name: string, query: string): boolean {
  const text = fold(name);
  return fold(query).split(/\s+/).every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
