import { normaliseAnswer } from '@/flows/nodes/options/normalise-answer';
import type { Turn } from '../turn';

/**
 * A pressed button of this very question counts by its value alone, whatever text the channel put beside it. Without
 * one, or with a button of another question, the words count. Values are `<node>:<option>`.
 */
export function matchesOption(turn: Turn, { value, keys }: { value: string; keys: readonly string[] }): boolean {
  if (!turn.message) return false;
  const { choice, text } = turn.message;
  if (choice !== undefined && questionOf(choice) === questionOf(value)) return choice === value;
  return keys.includes(normaliseAnswer(text));
}

function questionOf(value: string): string {
  return value.slice(0, value.indexOf(':') + 1);
}
