import type { OutboundContent } from '@/flows/engine/engine-types';
import type { ChannelCapabilities, Option } from './channel-port';

/** A message cut to what a channel can show. Either `buttons` or `numbered` holds the options, never both. */
export interface Degraded {
  /** Texts to send, in order; each within the channel's length. The numbered lines are in the last one. */
  texts: string[];
  buttons: Option[];
  /** Options that were written out as `1. …`, in that order: number n means `numbered[n - 1]`. */
  numbered: Option[];
}

/**
 * Fits a message to a channel: buttons where there are enough of them, else numbered lines.
 * Numbers start at 1, in the options' order: they are the same numbers that the flow itself understands.
 */
export function degrade(content: OutboundContent, capabilities: ChannelCapabilities): Degraded {
  const options = content.options ?? [];
  const asButtons = options.length <= capabilities.maxButtons;
  const texts = content.parts.map((part) => part.text);
  if (!asButtons) texts.push(...withLast(texts, options.map((option, index) => `${index + 1}. ${option.label}`).join('\n')));
  return {
    texts: texts.flatMap((text) => split(text, capabilities.textMax)),
    buttons: asButtons ? options.map((option) => ({ ...option, label: cut(option.label, capabilities.labelMax) })) : [],
    numbered: asButtons ? [] : [...options],
  };
}

/** The lines join the last text, so that a question and its answers arrive as one message. */
function withLast(texts: string[], lines: string): string[] {
  const last = texts.pop();
  return [last === undefined ? lines : `${last}\n\n${lines}`];
}

function cut(label: string, max: number): string {
  const characters = Array.from(label);
  return characters.length <= max ? label : `${characters.slice(0, max - 1).join('').trimEnd()}…`;
}

/** Cuts at a line or word end where there is one in the second half, never inside a character. */
function split(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const room = rest.slice(0, max);
    const line = room.lastIndexOf('\n');
    const word = room.lastIndexOf(' ');
    const end = line >= max / 2 ? line : word >= max / 2 ? word : wholeCharacters(room);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

function wholeCharacters(room: string): number {
  const last = room.charCodeAt(room.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? room.length - 1 : room.length;
}
