import { expect, test } from 'vitest';
import fc from 'fast-check';
import { findLinks } from './links';

const hrefs = (text: string): (string | undefined)[] => findLinks(text).flatMap(({ href }) => (href === undefined ? [] : [href]));

test.each([
  ['Voir https://a.example/x.', ['https://a.example/x']],
  ['(https://a.example/b_(c)) et http://d.example,', ['https://a.example/b_(c)', 'http://d.example/']],
  ['« https://a.example/é »', ['https://a.example/%C3%A9']],
  ['HTTPS://A.EXAMPLE', ['https://a.example/']],
])('%s', (text, expected) => expect(hrefs(text)).toEqual(expected));

test.each([
  'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'https://', 'http://[', 'file:///etc/passwd', 'www.a.example', 'a@b.example',
  'https://bank.example@evil.example/', 'https://user:pass@evil.example',
])('%s is no link', (text) => expect(hrefs(text)).toEqual([]));

test('a direction override ends an address', () => expect(hrefs('https://a.example/\u202egpj.exe')).toEqual(['https://a.example/']));

test('whatever the text: joined again it is the same, and every link is http or https', () => {
  const piece = fc.constantFrom('http', 's', '://', 'a.example', '/', '(', ')', '.', ' ', '"', '<', 'javascript:', '@', '\u202e', '😀', '?q=', '#', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const found = findLinks(text);
      expect(found.map((stretch) => stretch.text).join('')).toBe(text);
      for (const { href } of found) expect(href === undefined || /^https?:\/\//.test(href)).toBe(true);
    }),
  );
});
