import { isDay } from '@/flows/document/variable-value';
import { DATA_PATH, EVENT_NAME, type ApiEventTrigger, type ScheduleTrigger } from '@/flows/document/trigger';
import { checkCondition } from '@/flows/expressions/condition';
import { isKnownZone } from '@/flows/expressions/zone';
import type { DiagnosticCode } from '../diagnostic-codes';
import type { ResolvedFlow } from '../resolved-flow';
import type { KnownReferences } from './check-references';

type Tell = (code: DiagnosticCode, path: (string | number)[], params?: Record<string, string | number>) => void;

/** What begins the flow besides a customer: names, paths, conditions and dates that can be used, and somewhere to speak. */
export function checkTriggers(flow: ResolvedFlow, known: KnownReferences | undefined): void {
  const events = new Set<string>();
  flow.document.triggers.forEach((trigger, index) => {
    const tell: Tell = (code, path, params = {}) => flow.report(code, { path: ['triggers', index, ...path] }, { number: index + 1, ...params });
    if (trigger.type === 'schedule') return checkSchedule(trigger, known, tell);
    checkEvent(flow, trigger, known, tell);
    if (events.has(trigger.event)) tell('duplicate-event', ['event'], { event: trigger.event });
    events.add(trigger.event);
  });
}

function checkEvent(flow: ResolvedFlow, { event, variables }: ApiEventTrigger, known: KnownReferences | undefined, tell: Tell): void {
  if (!EVENT_NAME.test(event)) tell('trigger-event', ['event'], { event: event === '' ? '…' : event });
  for (const [name, path] of Object.entries(variables)) {
    if (!flow.variables.has(name)) tell('trigger-variable', ['variables', name], { name: name === '' ? '…' : name });
    if (!DATA_PATH.test(path)) tell('trigger-path', ['variables', name], { name: name === '' ? '…' : name });
  }
  // The caller names the connection: any of the workspace will do.
  if (known?.connections?.length === 0) tell('trigger-connection', []);
}

function checkSchedule({ when, timeZone, audience, calendar }: ScheduleTrigger, known: KnownReferences | undefined, tell: Tell): void {
  if (when.every === 'once' && !isDay(when.date)) tell('trigger-date', ['when', 'date'], { date: when.date === '' ? '…' : when.date });
  if (!isKnownZone(timeZone)) tell('trigger-zone', ['timeZone'], { zone: timeZone === '' ? '…' : timeZone });
  if (audience.condition.trim() !== '') {
    const checked = checkCondition(audience.condition, { contact: 'map' });
    if (!checked.ok) tell('trigger-condition', ['audience', 'condition'], { detail: checked.message, ...(checked.at === undefined ? {} : { at: checked.at }) });
  }
  if (calendar !== null && known?.calendars && !known.calendars.includes(calendar)) tell('trigger-calendar', ['calendar'], { key: calendar });
  const there = known?.connections?.some(({ key, own }) => (audience.connection === null ? own : key === audience.connection));
  if (there === false) tell('trigger-connection', ['audience', 'connection']);
}
