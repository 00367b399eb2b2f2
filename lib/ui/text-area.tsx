'use client';

import { clsx } from 'clsx';
import { useImperativeHandle, useLayoutEffect, useRef, type ComponentPropsWithRef } from 'react';

export interface TextAreaProps extends ComponentPropsWithRef<'textarea'> {
  /** CSS length after which it scrolls, such as `40vh`. */
  maxHeight?: string;
  /** No frame of its own: for a composer that draws it. */
  bare?: boolean;
}

/** Several lines of text; grows with them. */
export function TextArea({ maxHeight = '40vh', bare = false, className, ref, rows = 2, style, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => area.current as HTMLTextAreaElement, []);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [rest.value]);
  return (
    <textarea
      {...rest}
      ref={area}
      rows={rows}
      style={{ maxHeight, ...style }}
      className={clsx(
        'w-full resize-none text-md text-ink pointer-coarse:text-lg',
        bare ? 'bg-transparent outline-none' : 'field-ring rounded-md border border-line-control bg-surface px-2.5 py-1.5 disabled:border-line disabled:bg-sunken',
        className,
      )}
    />
  );
}
