import { normaliseAnswer } from '@/flows/answers/normalise-answer';
import type { Turn } from '../turn';

/** A pressed button of this very question, or words that are one of the option's. A button of another question counts as its words. */
export function matchesOption(turn: Turn, { value, keys }: { value: string; keys: readonly string[] }): boolean {
  if (!turn.message) return false;
  return turn.message.choice === value || keys.includes(normaliseAnswer(turn.message.text));
}
