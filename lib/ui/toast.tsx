'use client';

import { Check, CircleX } from 'lucide-react';
import { toast as sonner } from 'sonner';

export interface ToastAction {
  label: string;
  onAction: () => void;
}

/** Says shortly what has happened; `action` undoes it when it can be undone. Replaces the toast before it. */
export function toast(text: string, { tone = 'done', action }: { tone?: 'done' | 'failed'; action?: ToastAction } = {}): void {
  sonner(text, {
    id: 'relais',
    icon: tone === 'done' ? <Check aria-hidden size={16} strokeWidth={1.75} /> : <CircleX aria-hidden size={16} strokeWidth={1.75} />,
    ...(action && { action: { label: action.label, onClick: action.onAction } }),
  });
}
