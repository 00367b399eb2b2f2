/** A place in JSON as it is written: `order.items[0].name`. Blank is all of it. */
export function answerPath(written: string): (string | number)[] {
  return written
    .replace(/\[(\d{1,6})\]/g, '.$1')
    .split('.')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (/^\d{1,6}$/.test(name) ? Number(name) : name));
}
