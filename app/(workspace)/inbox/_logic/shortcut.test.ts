import { describe, expect, it } from 'vitest';
import { shortcut } from './shortcut';

const bare = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };
const body = { tagName: 'BODY', editable: false, captured: false };

describe('shortcut', () => {
  it.each([
    ['j', 'next'],
    ['K', 'previous'],
    ['a', 'accept'],
    ['r', 'reply'],
    ['n', 'note'],
    ['e', 'close'],
  ])('%s is %s', (key, act) => {
    expect(shortcut({ ...bare, key }, body)).toBe(act);
  });

  it('leaves letters to fields, editable text and menus', () => {
    expect(shortcut({ ...bare, key: 'a' }, { ...body, tagName: 'TEXTAREA' })).toBeNull();
    expect(shortcut({ ...bare, key: 'a' }, { ...body, editable: true })).toBeNull();
    expect(shortcut({ ...bare, key: 'a' }, { ...body, captured: true })).toBeNull();
  });

  it('leaves the browser its own combinations', () => {
    expect(shortcut({ ...bare, key: 'r', ctrlKey: true }, body)).toBeNull();
    expect(shortcut({ ...bare, key: 'r', metaKey: true }, body)).toBeNull();
  });

  it('lets a held key walk through the list, but never accept or close twice', () => {
    expect(shortcut({ ...bare, key: 'j', repeat: true }, body)).toBe('next');
    expect(shortcut({ ...bare, key: 'a', repeat: true }, body)).toBeNull();
  });
});
