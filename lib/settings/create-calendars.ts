import { calendarSchema, type Calendar } from '@/flows/calendars/calendar';
import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import { referenceUses } from '@/lib/flows/reference-uses';
import { isUniqueViolation } from '@/lib/flows/unique-violation';
import { Refusal } from '@/lib/refusal';
import type { Calendar as CalendarRow } from '@/lib/store/prisma/generated/client';
import type { Calendars, CalendarView } from './calendars';
import { freeKey } from './free-key';
import { publicHolidays } from './public-holidays';
import type { SettingsDeps } from './settings-deps';

const DAY = [{ from: '09:00', to: '18:00' }];

/** The use cases on opening hours over the database. */
export function createCalendars(deps: SettingsDeps): Calendars {
  const { prisma, clock } = deps;

  return {
    async list(caller) {
      const rows = await prisma.calendar.findMany({ where: { workspaceId: caller.workspace.id }, orderBy: { key: 'asc' } });
      return rows.map(view);
    },
    get: async (caller, key) => view(await known(caller, key)),
    async create(caller, { name, timeZone, key: wanted }) {
      const workspaceId = caller.workspace.id;
      const taken = await prisma.calendar.findMany({ where: { workspaceId }, select: { key: true } });
      const key = freeKey(wanted, name, taken.map((calendar) => calendar.key));
      const calendar: Calendar = { key, name, timeZone, spans: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: [], sun: [] }, holidays: [] };
      const now = clock.now();
      try {
        await prisma.$transaction([
          prisma.calendar.create({ data: { workspaceId, key, ...columns(calendar), updatedAt: BigInt(now) } }),
          audit(prisma, caller, { at: now, action: 'calendar.created', target: 'calendar', targetId: key, detail: { name } }),
        ]);
      } catch (error) {
        if (isUniqueViolation(error)) throw new Refusal('conflict', 'key-taken');
        throw error;
      }
      return { key };
    },
    async save(caller, { calendar, updatedAt }) {
      const workspaceId = caller.workspace.id;
      const { key } = calendar;
      const row = await known(caller, key);
      // Later than the last change even when the clock was set back, so that two changes never look like one.
      const now = Math.max(clock.now(), Number(row.updatedAt) + 1);
      const state = { workspaceId_key: { workspaceId, key }, updatedAt: BigInt(updatedAt) };
      try {
        await prisma.$transaction([
          prisma.calendar.update({ where: state, data: { ...columns(calendar), updatedAt: BigInt(now) } }),
          audit(prisma, caller, { at: now, action: 'calendar.changed', target: 'calendar', targetId: key, detail: { timeZone: calendar.timeZone, spans: calendar.spans, holidays: calendar.holidays.length } }),
        ]);
      } catch (error) {
        // No row in that state: somebody else changed it since it was read.
        if (error instanceof Error && 'code' in error && error.code === 'P2025') throw new Refusal('conflict', 'conflict');
        throw error;
      }
      return { updatedAt: now };
    },
    uses: (caller, key) => referenceUses(deps, caller.workspace.id, 'calendar', key),
    async remove(caller, key) {
      const workspaceId = caller.workspace.id;
      await known(caller, key);
      const flows = await referenceUses(deps, workspaceId, 'calendar', key);
      if (flows.length > 0) throw new Refusal('conflict', 'in-use', { flows });
      await prisma.$transaction([
        prisma.calendar.delete({ where: { workspaceId_key: { workspaceId, key } } }),
        audit(prisma, caller, { at: clock.now(), action: 'calendar.deleted', target: 'calendar', targetId: key, detail: {} }),
      ]);
    },
    publicHolidays,
  };

  async function known(caller: Caller, key: string): Promise<CalendarRow> {
    const row = await prisma.calendar.findUnique({ where: { workspaceId_key: { workspaceId: caller.workspace.id, key } } });
    if (!row) throw new Refusal('not-found', 'calendar-gone');
    return row;
  }

  function view({ key, name, timeZone, spans, holidays, updatedAt }: CalendarRow): CalendarView {
    const calendar = calendarSchema.parse({ key, name: JSON.parse(name), timeZone, spans: JSON.parse(spans), holidays: JSON.parse(holidays) });
    return { calendar, updatedAt: Number(updatedAt), now: clock.now() };
  }
}

function columns({ name, timeZone, spans, holidays }: Calendar) {
  const inOrder = [...holidays].sort((one, other) => (one.date < other.date ? -1 : 1));
  return { name: JSON.stringify(name), timeZone, spans: JSON.stringify(spans), holidays: JSON.stringify(inOrder) };
}
