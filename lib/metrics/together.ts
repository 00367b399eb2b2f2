import type { Instruments } from './instruments';

/** Several observers as one. */
export function together(all: readonly Partial<Instruments>[]): Instruments {
  const each = <K extends keyof Instruments>(name: K): Instruments[K] => {
    const listeners = all.flatMap((one) => (one[name] ? [one[name].bind(one) as (...values: unknown[]) => void] : []));
    const [only, ...more] = listeners;
    if (only && more.length === 0) return only as Instruments[K];
    return ((...values: unknown[]) => {
      for (const listener of listeners) listener(...values);
    }) as Instruments[K];
  };
  return {
    request: each('request'), turn: each('turn'), attempt: each('attempt'), timer: each('timer'),
    unit: each('unit'), group: each('group'), waiting: each('waiting'), busy: each('busy'),
  };
}
