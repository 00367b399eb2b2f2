import type { FlowDocument } from '@/flows/document/flow-document';
import { DEFAULT_CONTACTS, type ScheduleTime, type Trigger } from '@/flows/document/trigger';
import { localZone } from './local-zone';

/** A trigger of a kind as it begins: an event that has to be named, or every working day at nine with everybody. */
export function newTrigger({ triggers }: FlowDocument, type: Trigger['type']): Trigger {
  const taken = new Set(triggers.map(({ id }) => id));
  let number = triggers.length + 1;
  while (taken.has(`t${number}`)) number += 1;
  const id = `t${number}`;
  if (type === 'api-event') return { id, type, event: '', variables: {} };
  return {
    id, type,
    when: { every: 'week', days: ['mon', 'tue', 'wed', 'thu', 'fri'], at: '09:00' },
    timeZone: localZone(),
    audience: { connection: null, condition: '', most: DEFAULT_CONTACTS },
    calendar: null,
  };
}

/** A time of another kind that keeps the hour. */
export function timeOfKind(every: ScheduleTime['every'], before: ScheduleTime): ScheduleTime {
  const at = before.every === 'interval' ? '09:00' : before.at;
  switch (every) {
    case 'day':
      return { every, at };
    case 'week':
      return { every, days: ['mon', 'tue', 'wed', 'thu', 'fri'], at };
    case 'month':
      return { every, day: 1, at };
    case 'interval':
      return { every, minutes: 60 };
    case 'once':
      return { every, date: '', at };
  }
}
