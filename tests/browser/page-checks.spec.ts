import { expect, test } from '@playwright/test';
import { pageFaults } from './page-checks';

const SOUND = '<h1>Scénarios</h1><p>Tout va bien.</p><button style="margin: 8px">Publier</button>';

/** One fault each, planted on a page that is sound without it. */
const PLANTED: readonly { fault: string; html: string; found: RegExp; language?: string }[] = [
  { fault: 'a box wider than the window', html: '<p style="width: 2000px">Large</p>', found: /the page is \d+ wide/ },
  { fault: 'the same, hidden by the frame of the page', html: '<div style="overflow: hidden"><p style="width: 2000px; text-align: right">Large</p></div>', found: /outside the window: <p> Large/ },
  { fault: 'a panel that scrolls sideways', html: '<div tabindex="0" style="overflow: auto; width: 200px"><p style="width: 400px">Large</p></div>', found: /scrolls sideways/ },
  { fault: 'a text cut by its own box', html: '<p style="width: 60px; overflow: hidden; white-space: nowrap">Un texte trop long</p>', found: /cut off: <p> Un texte/ },
  { fault: 'a text cut by the box around it', html: '<div style="width: 60px; overflow: hidden"><p style="white-space: nowrap"><span>Un texte trop long</span></p></div>', found: /cut off: <span> Un texte/ },
  { fault: 'a text cut below', html: '<div style="height: 12px; overflow: hidden"><p style="margin: 0">Un texte<br>sur deux lignes</p></div>', found: /cut off: <p> Un texte/ },
  { fault: 'a text under something else', html: '<div style="position: relative"><p>Dessous</p><i style="position: absolute; inset: 0; background: #fff"></i></div>', found: /covered by <i>.*Dessous/ },
  { fault: 'a text cut in a shadow root', html: '<div><template shadowrootmode="open"><p style="width: 60px; overflow: hidden; white-space: nowrap">Un texte trop long</p></template></div>', found: /cut off: <p> Un texte/ },
  { fault: 'too little contrast', html: '<p style="color: #aaa; background: #fff">Pâle</p>', found: /axe color-contrast/ },
  { fault: 'a field without a name', html: '<input type="text">', found: /axe label/ },
  { fault: 'too little contrast in a shadow root', html: '<div><template shadowrootmode="open"><p style="color: #aaa; background: #fff">Pâle</p></template></div>', found: /axe color-contrast/ },
  { fault: 'a focus that does not show', html: '<style>.plain:focus-visible { outline: none }</style><button class="plain">Sans anneau</button>', found: /focus does not show: <button> Sans anneau/ },
  { fault: 'a focus without colour', html: '<style>.plain:focus-visible { outline: 2px solid transparent }</style><button class="plain">Sans anneau</button>', found: /focus does not show: <button> Sans anneau/ },
  { fault: 'a focus under something else', html: '<div style="position: relative"><button aria-label="Dessous">D</button><i style="position: absolute; inset: 0; background: #fff"></i></div>', found: /focus goes under something else: <button> Dessous/ },
  { fault: 'a key in place of a text', html: '<p>studio.publish.title</p>', found: /key in place of a text: studio.publish.title/ },
  { fault: 'a key in place of a name', html: '<button aria-label="inbox.acts.close">×</button>', found: /key in place of a text: inbox.acts.close/ },
  { fault: 'a text of the other language', html: '<p>Back to the flows</p>', found: /not in fr: Back to the flows/ },
  { fault: 'a hint of the other language', html: '<input aria-label="Nom" placeholder="Search a flow">', found: /not in fr: Search a flow/ },
  { fault: 'the wrong language of the page', html: '', language: 'en', found: /the page says it is in fr, not en/ },
  { fault: 'two headings of the first rank', html: '<h1>Encore</h1>', found: /2 headings of the first rank/ },
];

test('a sound page has no fault', async ({ page }) => {
  await page.setContent(document(''));
  expect(await pageFaults(page, 'fr')).toEqual([]);
});

test('an ellipsis, a text for screen readers and a quoted language are no faults', async ({ page }) => {
  await page.setContent(
    document(`<p style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Un texte trop long</p>
      <span style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap">Pour la lecture à voix haute</span>
      <p lang="en">Back to the flows</p>`),
  );
  expect(await pageFaults(page, 'fr')).toEqual([]);
});

for (const { fault, html, found, language = 'fr' } of PLANTED) {
  test(`finds ${fault}`, async ({ page }) => {
    await page.setContent(document(html));
    expect((await pageFaults(page, language)).join('\n')).toMatch(found);
  });
}

function document(html: string): string {
  return `<!doctype html><html lang="fr"><head><title>Relais</title></head><body style="background: #fff; color: #000"><main>${SOUND}${html}</main></body></html>`;
}
