import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Locale } from '../document/localized-text';
import type { Reference } from './define-node';

/** What a card is given: the step's data, already checked by its schema, and the words around it. */
export interface CardProps<D> {
  data: D;
  /** The language the canvas shows; a text missing in it falls back and is marked. */
  language: Locale;
  languages: readonly Locale[];
  /** The label of a field (`priority`) or of one of its values (`priority.high`), in the language of the interface. */
  label(path: string): string;
  /** The name people gave a skill, a queue or a calendar; its key when nobody knows it. */
  nameOf(kind: Reference['kind'], key: string): string;
}

/**
 * How a step type looks in the studio. The frame (head, ports, badge) is the studio's; the body says what the customer
 * will see. `Body` is null when there is nothing to say.
 */
export interface NodeUi<D = never> {
  icon: LucideIcon;
  Body: ((props: CardProps<D>) => ReactNode) | null;
}
