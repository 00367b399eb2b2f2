/** Digits left readable at the end of a phone number. */
const TAIL = 4;

/**
 * A phone number with its middle hidden: `+33612344108` → `+33 6 •• •• 41 08`. Numbers too short to hide
 * anything in are hidden altogether.
 */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < TAIL + 4) return '•'.repeat(Math.max(digits.length, 4));
  const tail = `${digits.slice(-4, -2)} ${digits.slice(-2)}`;
  const international = phone.trim().startsWith('+');
  const head = international ? `+${digits.slice(0, 2)} ${digits.slice(2, 3)}` : digits.slice(0, 2);
  return `${head} •• •• ${tail}`;
}
