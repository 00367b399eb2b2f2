'use client';

import { useEffect, useEffectEvent } from 'react';
import { singleKeysOn } from './single-keys';

/**
 * Calls `act` when a single key is pressed while no field has focus, no dialog or menu is open and single-key
 * shortcuts are not turned off. `act` returns `false` when the key was not meant for it.
 */
export function useHotkey(key: string, act: () => unknown): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]')) return;
    if (!singleKeysOn()) return;
    if (act() !== false) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
