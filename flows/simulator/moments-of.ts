import { edgeId, type EdgeId } from '@/flows/document/flow-document';
import type { TranscriptEntry } from './transcript';

/** Something that happened to a conversation, and what followed from it at once. */
export interface Moment {
  /** Turns of the flow are counted from 1; null for what the flow did not hear. */
  turn: number | null;
  cause: TranscriptEntry;
  followed: readonly TranscriptEntry[];
}

/** A transcript in the moments it is made of: what the articles answer belongs to the turn that asked them, what a service answers comes later. */
export function momentsOf(entries: readonly TranscriptEntry[]): Moment[] {
  const moments: (Moment & { followed: TranscriptEntry[] })[] = [];
  let turns = 0;
  let asked = false;
  for (const entry of entries) {
    const last = moments.at(-1);
    if (last && !begins(entry, asked)) last.followed.push(entry);
    else moments.push({ turn: entry.trace ? (turns += 1) : null, cause: entry, followed: [] });
    if (entry.event === 'http.request') asked = true;
    else if (entry.event?.startsWith('effect.')) asked = false;
  }
  return moments;
}

/** The links a conversation went along, each with the turns in which it did. */
export function linksTravelled(moments: readonly Moment[]): Map<EdgeId, number[]> {
  const links = new Map<EdgeId, number[]>();
  for (const { turn, cause, followed } of moments) {
    for (const { trace = [] } of [cause, ...followed]) {
      for (const item of trace) {
        if (item.kind !== 'left' || turn === null) continue;
        const id = edgeId(item.node, item.port);
        links.set(id, [...new Set([...(links.get(id) ?? []), turn])]);
      }
    }
  }
  return links;
}

/** `asked`: a service was, and has not answered yet. */
function begins({ trace, event, from }: TranscriptEntry, asked: boolean): boolean {
  if (trace) return asked || event !== 'effect.succeeded';
  return from === 'customer' || from === 'agent' || event === 'world.set' || event === 'trigger-not-begun';
}
