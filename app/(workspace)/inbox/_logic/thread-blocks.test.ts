import { describe, expect, it } from 'vitest';
import { threadBlocks } from './thread-blocks';
import type { Author, PathStep, ThreadItem, ThreadMessage } from './view-models';

const MINUTE = 60_000;

describe('threadBlocks', () => {
  it('folds what the assistant said and leaves in sight what the customer wrote while waiting', () => {
    const items = [said(1, 'customer'), said(2, 'assistant'), said(3, 'customer'), said(4, 'assistant'), told(5, 'queued'), said(6, 'customer'), told(7, 'accepted')];
    const blocks = threadBlocks(items, [], day);
    expect(shape(blocks)).toEqual(['assistant:1,2,3,4', 'event:queued', 'customer:6', 'event:accepted']);
    expect(blocks[0]).toMatchObject({ exchanges: 2, from: MINUTE, to: 4 * MINUTE });
  });

  it('tells the hand-over below the fold when the assistant spoke after it', () => {
    const items = [said(1, 'customer'), told(2, 'queued'), said(3, 'assistant'), told(4, 'accepted'), said(5, 'agent')];
    expect(shape(threadBlocks(items, [], day))).toEqual(['assistant:1,3', 'event:queued', 'event:accepted', 'agent:5']);
  });

  it('makes one fold per stretch when an agent gave the conversation back, each with its own steps', () => {
    const items = [said(1, 'assistant'), told(2, 'accepted'), said(3, 'agent'), told(4, 'released'), said(5, 'assistant'), said(6, 'customer')];
    const blocks = threadBlocks(items, [step('a', 1), step('b', 2), step('c', 5)], day);
    expect(shape(blocks)).toEqual(['assistant:1', 'event:accepted', 'agent:3', 'event:released', 'assistant:5', 'customer:6']);
    expect(blocks.filter((block) => block.kind === 'assistant').map((block) => block.path.map((one) => one.nodeId))).toEqual([['a'], ['b', 'c']]);
  });

  it('never folds a note', () => {
    const items = [said(1, 'assistant'), said(2, 'note'), said(3, 'assistant')];
    expect(shape(threadBlocks(items, [], day))).toEqual(['assistant:1', 'note:2', 'assistant:3']);
  });

  it('joins neighbouring messages of one person, and parts them after five minutes or another person', () => {
    const items = [said(1, 'agent', 0), said(2, 'agent', 4), said(3, 'agent', 10), said(4, 'agent', 10, 'karim'), said(5, 'customer', 10)];
    expect(shape(threadBlocks(items, [], day))).toEqual(['agent:1,2', 'agent:3', 'agent:4', 'customer:5']);
  });

  it('names the day where it changes, not at the top', () => {
    const items = [said(1, 'customer', 0), said(2, 'customer', 60 * 30), said(3, 'agent', 60 * 30 + 1)];
    expect(shape(threadBlocks(items, [], day))).toEqual(['customer:1', 'day', 'customer:2', 'agent:3']);
  });
});

function said(seq: number, from: Author, minute = seq, agentId = 'lea'): ThreadMessage {
  return { kind: 'message', seq, id: `m${seq}`, from, ...(from === 'agent' ? { agent: { id: agentId, name: agentId } } : {}), parts: [{ kind: 'text', text: 't' }], at: minute * MINUTE };
}

function told(seq: number, code: string): ThreadItem {
  return { kind: 'event', seq, code, params: {}, at: seq * MINUTE };
}

function step(nodeId: string, minute: number): PathStep {
  return { nodeId, type: 'message', title: {}, at: minute * MINUTE };
}

function day(at: number): string {
  return String(Math.floor(at / (1440 * MINUTE)));
}

function shape(blocks: ReturnType<typeof threadBlocks>): string[] {
  return blocks.map((block) => {
    if (block.kind === 'day') return 'day';
    if (block.kind === 'event') return `event:${block.item.code}`;
    const seqs = block.items.map((item) => item.seq).join(',');
    return `${block.kind === 'run' ? block.from : 'assistant'}:${seqs}`;
  });
}
