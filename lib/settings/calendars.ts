import type { Calendar } from '@/flows/calendars/calendar';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { Caller } from '@/lib/auth/caller';
import type { FlowUse } from '@/lib/flows/reference-uses';
import type { HolidayRegion } from './public-holidays';

/** calendars.get. `now` is the server's clock, by which flows are open or closed; `updatedAt` says on which state a change is made. */
export interface CalendarView {
  calendar: Calendar;
  updatedAt: number;
  now: number;
}

/** Use cases on opening hours, all within the caller's workspace. A flow reads them anew with each turn. */
export interface Calendars {
  list(caller: Caller): Promise<CalendarView[]>;
  /** Refuses `calendar-gone`. */
  get(caller: Caller, key: string): Promise<CalendarView>;
  /** Open Monday to Friday from nine to six, to begin with. Refuses `key-taken`. */
  create(caller: Caller, input: { name: LocalizedText; timeZone: string; key?: string | undefined }): Promise<{ key: string }>;
  /** Refuses `calendar-gone`, and `conflict` when it was changed since `updatedAt`. */
  save(caller: Caller, input: { calendar: Calendar; updatedAt: number }): Promise<{ updatedAt: number }>;
  uses(caller: Caller, key: string): Promise<FlowUse[]>;
  /** Refuses `calendar-gone`, and `in-use` with the flows. */
  remove(caller: Caller, key: string): Promise<void>;
  publicHolidays(region: HolidayRegion, year: number): Calendar['holidays'];
}
