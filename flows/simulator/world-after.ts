import type { Calendar } from '@/flows/calendars/calendar';
import type { JsonObject } from '@/flows/document/json';
import { fixedCalendar } from './fixed-calendar';
import type { World } from './script';
import type { SimulationState } from './simulation-state';

/** The part of the state that a change of the world by hand gives another value. `hours` are the calendars' own. */
export function worldAfter(state: SimulationState, { calendars, staffing, contact, language }: World, hours: Readonly<Record<string, Calendar>>): Partial<SimulationState> {
  const set = Object.entries(calendars ?? {}).flatMap(([key, value]): [string, Calendar][] => {
    if (!Object.hasOwn(state.calendars, key)) return [];
    const calendar = value === 'hours' ? hours[key] : typeof value === 'object' ? value : fixedCalendar(key, value);
    return calendar ? [[key, calendar]] : [];
  });
  return {
    calendars: { ...state.calendars, ...Object.fromEntries(set) },
    staffing: staffing ?? state.staffing,
    contact: { ...state.contact, ...(language && { locale: language }), ...contactPart(state.contact, contact) },
    ...(language && { language, session: spokenIn(state.session, language) }),
  };
}

function contactPart(before: JsonObject, given: World['contact']): JsonObject {
  if (!given) return {};
  const { attributes, ...rest } = given;
  if (!attributes) return rest as JsonObject;
  const known = { ...(before['attributes'] as JsonObject | undefined), ...attributes };
  return { ...rest, attributes: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) } as JsonObject;
}

function spokenIn(session: SimulationState['session'], language: string): SimulationState['session'] {
  return { ...session, frames: session.frames.map((frame) => ({ ...frame, context: { ...frame.context, language } })) };
}
