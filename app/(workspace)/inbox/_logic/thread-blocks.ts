import type { Author, Instant, PathStep, ThreadEvent, ThreadItem, ThreadMessage } from './view-models';

/** What the thread draws: stretches of the assistant folded, neighbouring messages of one author as a run. */
export type ThreadBlock =
  | { kind: 'day'; id: string; at: Instant }
  | { kind: 'event'; id: string; item: ThreadEvent }
  | { kind: 'run'; id: string; from: Author; agentName: string | null; items: ThreadMessage[] }
  | AssistantBlock;

export interface AssistantBlock {
  kind: 'assistant';
  id: string;
  items: ThreadItem[];
  /** Messages the customer wrote in this stretch. */
  exchanges: number;
  from: Instant;
  to: Instant;
  path: PathStep[];
}

/** A pause longer than this starts a new run, so that its time is shown. */
const RUN_GAP_MS = 5 * 60_000;

/** After these, whatever follows is another stretch of the conversation. */
const BOUNDARIES = new Set(['accepted', 'took-over', 'transferred', 'released', 'closed', 'case-opened']);

/**
 * Groups a thread for reading. Everything between two acts of a person that contains words of the assistant is one
 * foldable stretch, up to the assistant's last words: what the customer writes while she waits stays in sight.
 * @param dayOf the calendar day of an instant, in the reader's time zone
 */
export function threadBlocks(items: readonly ThreadItem[], path: readonly PathStep[], dayOf: (at: Instant) => string): ThreadBlock[] {
  const stretches = split(items);
  const blocks: ThreadBlock[] = [];
  let pathFrom = 0;
  stretches.forEach((stretch, index) => {
    const spoken = stretch.findLastIndex((item) => item.kind === 'message' && item.from === 'assistant');
    if (spoken < 0) return blocks.push(...plain(stretch));
    const until = stretches.slice(index + 1).some(hasAssistant) ? endOf(stretch) : Number.POSITIVE_INFINITY;
    const steps = path.slice(pathFrom).filter((step) => step.at <= until);
    pathFrom += steps.length;
    const folded = stretch.slice(0, spoken + 1);
    blocks.push(assistantBlock(folded, steps));
    blocks.push(...plain([...folded.filter(isTold), ...stretch.slice(spoken + 1)]));
    return undefined;
  });
  return withDays(blocks, dayOf);
}

function split(items: readonly ThreadItem[]): ThreadItem[][] {
  const stretches: ThreadItem[][] = [[]];
  for (const item of items) {
    const person = item.kind === 'message' ? item.from === 'agent' || item.from === 'note' : BOUNDARIES.has(item.code);
    if (person) stretches.push([item], []);
    else stretches.at(-1)?.push(item);
  }
  return joinPersons(stretches.filter((stretch) => stretch.length > 0));
}

/** Stretches without the assistant belong together, so that runs are not cut where nobody changed. */
function joinPersons(stretches: ThreadItem[][]): ThreadItem[][] {
  const joined: ThreadItem[][] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && !hasAssistant(last) && !hasAssistant(stretch)) last.push(...stretch);
    else joined.push([...stretch]);
  }
  return joined;
}

function hasAssistant(stretch: readonly ThreadItem[]): boolean {
  return stretch.some((item) => item.kind === 'message' && item.from === 'assistant');
}

function endOf(stretch: readonly ThreadItem[]): Instant {
  return stretch.at(-1)?.at ?? 0;
}

/** Events that stay in sight when their stretch is folded: the hand-over and its reason. */
function isTold(item: ThreadItem): boolean {
  return item.kind === 'event';
}

function assistantBlock(folded: readonly ThreadItem[], path: PathStep[]): AssistantBlock {
  const messages = folded.filter((item): item is ThreadMessage => item.kind === 'message');
  const first = messages[0];
  return {
    kind: 'assistant',
    id: `assistant-${first?.id ?? ''}`,
    items: messages,
    exchanges: messages.filter((message) => message.from === 'customer').length,
    from: first?.at ?? 0,
    to: messages.at(-1)?.at ?? 0,
    path,
  };
}

function plain(items: readonly ThreadItem[]): ThreadBlock[] {
  const blocks: ThreadBlock[] = [];
  for (const item of items) {
    const last = blocks.at(-1);
    if (item.kind === 'event') blocks.push({ kind: 'event', id: `event-${item.seq}-${item.code}`, item });
    else if (last?.kind === 'run' && continues(last.items, item)) last.items.push(item);
    else blocks.push({ kind: 'run', id: `run-${item.id}`, from: item.from, agentName: item.agent?.name ?? null, items: [item] });
  }
  return blocks;
}

function continues(run: readonly ThreadMessage[], next: ThreadMessage): boolean {
  const last = run.at(-1);
  return last !== undefined && last.from === next.from && last.agent?.id === next.agent?.id && next.at - last.at <= RUN_GAP_MS;
}

function withDays(blocks: readonly ThreadBlock[], dayOf: (at: Instant) => string): ThreadBlock[] {
  const dated: ThreadBlock[] = [];
  let day: string | null = null;
  for (const block of blocks) {
    const at = startOf(block);
    const today = dayOf(at);
    if (day !== null && today !== day) dated.push({ kind: 'day', id: `day-${today}-${block.id}`, at });
    day = today;
    dated.push(block);
  }
  return dated;
}

function startOf(block: ThreadBlock): Instant {
  if (block.kind === 'event') return block.item.at;
  if (block.kind === 'run') return block.items[0]?.at ?? 0;
  return block.kind === 'day' ? block.at : block.from;
}
