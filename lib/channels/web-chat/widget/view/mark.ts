import { element } from './element';

/** The shop's mark: its image, or the initials of its name while there is none or it does not load. */
export function mark(business: string, logo: string | null): HTMLElement {
  const words = business.split(/\s+/).filter((word) => word !== '');
  const initials = words.slice(0, 2).map((word) => Array.from(word)[0] ?? '').join('').toUpperCase();
  const tile = element('span', { class: 'mark', 'aria-hidden': 'true' }, initials);
  if (logo !== null) {
    const image = element('img', { src: logo, alt: '' });
    image.onerror = () => image.remove();
    tile.append(image);
  }
  return tile;
}

/** An advisor's picture. */
export function avatar(initials: string): HTMLElement {
  return element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
}
