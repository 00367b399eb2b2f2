import { calendarSchema, type Calendar } from '@/flows/calendars/calendar';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

/** The workspace's calendars with their hours, in the order of their keys: what a simulation reads as facts. */
export async function workspaceCalendars(prisma: AdminDatabase, workspaceId: string): Promise<Calendar[]> {
  const rows = await prisma.calendar.findMany({ where: { workspaceId }, orderBy: { key: 'asc' } });
  return rows.map(({ key, name, timeZone, spans, holidays }) =>
    calendarSchema.parse({ key, name: JSON.parse(name), timeZone, spans: JSON.parse(spans), holidays: JSON.parse(holidays) }),
  );
}
