'use client';

import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { Place, PlaceKey } from './places';
import { useHotkey } from './use-hotkey';

/** How long after G the second letter counts. */
const PATIENCE_MS = 1500;
const LETTERS: Record<PlaceKey, string> = { inbox: 'i', flows: 'f', simulate: 's', tests: 't', articles: 'a', settings: ',' };

/** G, then a place's letter: to the places this person may open. */
export function useGoKeys(places: readonly Place[]): void {
  const router = useRouter();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const goTo = (key: PlaceKey) => (): boolean => {
    const place = places.find((candidate) => candidate.key === key);
    if (!place || performance.now() - pressedAt.current > PATIENCE_MS) return false;
    pressedAt.current = Number.NEGATIVE_INFINITY;
    router.push(place.href);
    return true;
  };
  useHotkey('g', () => {
    pressedAt.current = performance.now();
  });
  useHotkey(LETTERS.inbox, goTo('inbox'));
  useHotkey(LETTERS.flows, goTo('flows'));
  useHotkey(LETTERS.simulate, goTo('simulate'));
  useHotkey(LETTERS.tests, goTo('tests'));
  useHotkey(LETTERS.articles, goTo('articles'));
  useHotkey(LETTERS.settings, goTo('settings'));
}
