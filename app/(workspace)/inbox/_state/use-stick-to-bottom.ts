'use client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Closer to the end than this counts as being there. */
const NEAR_PX = 80;

export interface StickToBottom {
  viewport: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** Whether the end of the thread is in sight. */
  atEnd: boolean;
  toEnd(): void;
}

/** Keeps the newest message in sight as long as the reader has not scrolled away from it. */
export function useStickToBottom(): StickToBottom {
  const viewport = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticking = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    const element = viewport.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);
  useLayoutEffect(toEnd, [toEnd]);
  useEffect(() => {
    const element = viewport.current;
    const inner = content.current;
    if (!element || !inner) return undefined;
    const onScroll = (): void => {
      sticking.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      setAtEnd(sticking.current);
    };
    const observer = new ResizeObserver(() => {
      if (sticking.current) toEnd();
    });
    observer.observe(inner);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [toEnd]);
  return { viewport, content, atEnd, toEnd };
}
