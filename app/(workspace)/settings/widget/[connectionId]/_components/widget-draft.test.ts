import { expect, test } from 'vitest';
import { badSite, draftOf, settingsOf, sitesOf } from './widget-draft';

const settings = { enabled: true, accent: null, side: 'right' as const, logo: null, greeting: {}, greetingHelp: {}, languages: [], sites: [] };
const chat = { id: 'c', name: 'Site', publicKey: 'k', flowId: null, settings };

test('what is read and not changed is saved as it was', () => {
  expect(settingsOf(draftOf(chat, ['fr', 'en']), ['fr', 'en'])).toEqual(settings);
});

test('all languages is said as none; some are said in the workspace’s order', () => {
  const draft = draftOf(chat, ['fr', 'en', 'es']);
  expect(settingsOf({ ...draft, languages: ['es', 'fr'] }, ['fr', 'en', 'es']).languages).toEqual(['fr', 'es']);
});

test('sites are taken with whatever was copied along, and told when they are none', () => {
  expect(sitesOf('https://www.example.com/shop?x=1\n https://www.example.com  http://localhost:8080')).toEqual(['https://www.example.com', 'http://localhost:8080']);
  expect(badSite('https://a.example\nwww.example.com')).toBe('www.example.com');
  expect(badSite('https://a.example')).toBeUndefined();
});
