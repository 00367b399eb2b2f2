/** Nothing visible is written in any language. */
export function noName(name: Readonly<Record<string, string>>): boolean {
  return Object.values(name).every((text) => text.trim() === '');
}
