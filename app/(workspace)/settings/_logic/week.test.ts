import { describe, expect, it } from 'vitest';
import { spanFault } from './span-faults';
import { timeOf } from './time-text';
import { spansOf, splitAtMidnight, weekOf, type WeekDraft } from './week';

const closed: WeekDraft = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

describe('times as people type them', () => {
  it.each([['9', '09:00'], ['9h', '09:00'], ['9h30', '09:30'], ['0930', '09:30'], [' 18:00 ', '18:00'], ['24:00', '24:00'], ['24:30', null], ['9:75', null], ['midi', null], ['', null]])('%j is %j', (typed, time) => {
    expect(timeOf(typed)).toBe(time);
  });
});

describe('the spans of a day', () => {
  it.each([
    [[{ from: '9', to: '12' }, { from: '14', to: '18' }], null],
    [[{ from: '9', to: 'noon' }], { fault: 'time', at: 0 }],
    [[{ from: '9', to: '12' }, { from: '22', to: '02' }], { fault: 'order', at: 1 }],
    [[{ from: '11', to: '13' }, { from: '9', to: '12' }], { fault: 'overlap', at: 0 }],
    [[{ from: '9', to: '12' }, { from: '12', to: '13' }], null],
  ])('%j', (spans, fault) => expect(spanFault(spans)).toEqual(fault));

  it('are kept in their order', () => {
    expect(spansOf([{ from: '14h', to: '18h' }, { from: '9', to: '12' }])).toEqual([{ from: '09:00', to: '12:00' }, { from: '14:00', to: '18:00' }]);
  });

  it('are cut at midnight, over the end of the week too', () => {
    const week = splitAtMidnight({ ...closed, sun: [{ from: '22:00', to: '02:00' }] }, 'sun', 0);
    expect(weekOf(week)).toEqual({ ...closed, sun: [{ from: '22:00', to: '24:00' }], mon: [{ from: '00:00', to: '02:00' }] });
    expect(splitAtMidnight({ ...closed, fri: [{ from: '18:00', to: '00:00' }] }, 'fri', 0)).toEqual({ ...closed, fri: [{ from: '18:00', to: '24:00' }] });
  });
});
