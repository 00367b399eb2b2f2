import { describe, expect, it } from 'vitest';
import { reasonOf, toldEvents } from './told-events';
import type { ThreadEvent, ThreadItem } from './view-models';

const reason = { code: 'best-skills', params: { free: 2 }, others: [] };

describe('toldEvents', () => {
  it('tells the reason of an offer where it was accepted, and the offer itself not at all', () => {
    const told = toldEvents([event('queued'), event('offered', { agent: 'Léa', reason }), event('accepted', { agent: 'Léa' })]);
    expect(codes(told)).toEqual(['queued', 'accepted']);
    expect(reasonOf(told[1] as ThreadEvent)).toEqual(reason);
  });

  it('does not lend the reason of one agent’s offer to another', () => {
    const told = toldEvents([event('offered', { agent: 'Karim', reason }), event('accepted', { agent: 'Léa' })]);
    expect(reasonOf(told[0] as ThreadEvent)).toBeNull();
  });

  it('forgets an offer that was declined or taken back', () => {
    const declined = toldEvents([event('offered', { agent: 'Léa', reason }), event('declined', { agent: 'Léa' }), event('accepted', { agent: 'Léa' })]);
    expect(codes(declined)).toEqual(['declined', 'accepted']);
    expect(reasonOf(declined[1] as ThreadEvent)).toBeNull();
    expect(codes(toldEvents([event('offered'), event('offer-withdrawn')]))).toEqual([]);
  });

  it('tells a new case only when the conversation was opened again', () => {
    const items = [event('case-opened', { number: 1, reopened: 0 }), event('flow-started'), event('case-opened', { number: 2, reopened: 1 })];
    expect(toldEvents(items).map((item) => (item.kind === 'event' ? item.params['number'] : null))).toEqual([2]);
  });

  it('does not say twice that a failed turn went to a person', () => {
    expect(codes(toldEvents([event('turn-failed'), event('queued', { reason: 'turn-failed' }), event('queued', { reason: 'flow' })]))).toEqual(['turn-failed', 'queued']);
  });
});

function event(code: string, params: Record<string, unknown> = {}): ThreadEvent {
  return { kind: 'event', seq: 1, code, params, at: 0 };
}

function codes(items: readonly ThreadItem[]): string[] {
  return items.map((item) => (item.kind === 'event' ? item.code : 'message'));
}
