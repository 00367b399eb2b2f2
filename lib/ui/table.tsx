'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface Column<R> {
  key: string;
  header: ReactNode;
  cell: (row: R) => ReactNode;
  /** Numbers stand right. */
  align?: 'left' | 'right';
  /** Hidden on narrow screens, where the first cell says it. */
  secondary?: boolean;
  width?: string;
}

export interface TableProps<R> {
  /** What the table lists; read aloud. */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  isSelected?: (row: R) => boolean;
  /** 44 plain, 52 with an avatar, 72 with a thumbnail. */
  rowHeight?: 44 | 52 | 72;
}

/** Hairlines only; the first column is the name. A link in it covers its whole row when it carries `row-link`. */
export function Table<R>({ caption, columns, rows, rowKey, isSelected, rowHeight = 44 }: TableProps<R>) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="h-8 border-b border-line max-md:sr-only">
            {columns.map((column) => (
              <th key={column.key} scope="col" style={{ width: column.width }} className={clsx('px-3 text-xs font-label text-ink-3 first:pl-5 last:pr-5', column.align === 'right' ? 'text-right' : 'text-left', column.secondary && 'max-md:hidden')}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              data-selected={isSelected?.(row) || undefined}
              style={{ height: rowHeight }}
              className="relative border-b border-line last:border-b-0 hover:bg-sunken has-[a:focus-visible]:bg-sunken data-selected:bg-accent-tint data-selected:shadow-[inset_2px_0_var(--accent)]"
            >
              {columns.map((column) => (
                <td key={column.key} className={clsx('px-3 py-2 first:pl-5 last:pr-5', column.align === 'right' && 'tabular text-right', column.secondary && 'max-md:hidden')}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
