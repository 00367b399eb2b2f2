import { CalendarClock } from 'lucide-react';
import type { CardProps, NodeUi } from '../define-node-ui';

type Data = { calendar: string };

export const businessHoursUi: NodeUi<Data> = { icon: CalendarClock, Body: BusinessHoursCard };

function BusinessHoursCard({ data, nameOf }: CardProps<Data>) {
  return <p className="truncate text-[12px] leading-4 text-ink-2">{nameOf('calendar', data.calendar)}</p>;
}
