'use client';
import { useEffect, useRef } from 'react';
import { singleKeysOn } from '@/app/_shell/single-keys';
import { shortcut, type Shortcut } from '../_logic/shortcut';

/** Roles and places where letters already mean something. */
const CAPTURING = '[role="dialog"],[role="menu"],[role="listbox"],[role="combobox"],[role="alertdialog"]';

/** Single-letter keys of the inbox; they rest while a field has the focus. */
export function useShortcuts(act: (name: Shortcut) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const focused = document.activeElement;
      const place = focused instanceof HTMLElement
        ? { tagName: focused.tagName, editable: focused.isContentEditable, captured: focused.closest(CAPTURING) !== null }
        : null;
      const name = event.defaultPrevented || !singleKeysOn() ? null : shortcut(event, place);
      if (!name) return;
      event.preventDefault();
      latest.current(name);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
