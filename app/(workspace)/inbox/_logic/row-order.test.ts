import { describe, expect, it } from 'vitest';
import { rowOrder } from './row-order';

const shown = [place('a'), place('b'), place('c')];

describe('rowOrder', () => {
  it('follows the server when nobody points at the list', () => {
    const order = rowOrder(shown, [row('d'), row('b')], false);
    expect(order.places.map((one) => one.id)).toEqual(['d', 'b']);
    expect(order.held).toBe(0);
  });

  it('keeps every place while the list is held, with fresh contents', () => {
    const order = rowOrder(shown, [row('c', 'new words'), row('a'), row('b')], true);
    expect(order.places.map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(order.places[2]?.row.text).toBe('new words');
  });

  it('counts new rows instead of showing them, and leaves the place of one that is gone', () => {
    const order = rowOrder(shown, [row('x'), row('a'), row('y'), row('c')], true);
    expect(order.held).toBe(2);
    expect(order.places.map((one) => [one.id, one.gone])).toEqual([['a', false], ['b', true], ['c', false]]);
  });

  it('shows at once what arrives in an empty list', () => {
    expect(rowOrder([], [row('x')], true)).toEqual({ places: [place('x')], held: 0 });
  });
});

function row(id: string, text = ''): { id: string; text: string } {
  return { id, text };
}

function place(id: string): { id: string; row: { id: string; text: string }; gone: boolean } {
  return { id, row: row(id), gone: false };
}
