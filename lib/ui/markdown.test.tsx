import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Markdown } from './markdown';

const html = (source: string) => renderToStaticMarkup(<Markdown source={source} top={3} />).replaceAll(/ class="[^"]*"/g, '');

it.each([
  ['# Ask\n\nText', '<h3>Ask</h3><p>Text</p>'],
  ['## Ways out\n\n- **next** leads `on`\n- *two*', '<h4>Ways out</h4><ul><li><strong>next</strong> leads <code>on</code></li><li><em>two</em></li></ul>'],
  ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
  ['Texts: `{{ contact.name }}`', '<p>Texts: <code>{{ contact.name }}</code></p>'],
  ['```json\n{"a": "<b>"}\n```', '<pre tabindex="0">{&quot;a&quot;: &quot;&lt;b&gt;&quot;}</pre>'],
  ['[site](https://example.org)', '<p><a href="https://example.org" target="_blank" rel="noreferrer">site</a></p>'],
])('draws %j', (source, expected) => {
  expect(html(source)).toBe(`<div>${expected}</div>`);
});

it.each([
  '<script>alert(1)</script>',
  'Hello <img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
])('lets no markup through: %s', (source) => {
  expect(html(source)).not.toMatch(/<(script|img|a)\b/);
});
