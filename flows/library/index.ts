import type { FlowDocument } from '@/flows/document/flow-document';
import type { LocalizedText } from '@/flows/document/localized-text';
import appointment from './appointment.flow.json';
import { appointmentGoldens } from './appointment.goldens';
import complaint from './complaint.flow.json';
import { complaintGoldens } from './complaint.goldens';
import customerService from './customer-service.flow.json';
import { customerServiceGoldens } from './customer-service.goldens';
import deliveryNews from './delivery-news.flow.json';
import { deliveryNewsGoldens } from './delivery-news.goldens';
import type { Golden, WrittenGolden } from './golden';
import texts from './library.texts.json';
import orderTracking from './order-tracking.flow.json';
import { orderTrackingGoldens } from './order-tracking.goldens';
import outOfHours from './out-of-hours.flow.json';
import { outOfHoursGoldens } from './out-of-hours.goldens';

export type LibraryKey = keyof typeof texts;

/** A ready-made flow: a template to begin from, and its own tests. */
export interface LibraryFlow {
  key: LibraryKey;
  name: LocalizedText;
  /** What it is for, in one sentence. */
  description: LocalizedText;
  document: FlowDocument;
  goldens: readonly Golden[];
}

/**
 * Every ready-made flow, in the order of the gallery. It holds each word of each conversation, close to a megabyte:
 * pages have what they show of it from the server.
 */
export const LIBRARY: readonly LibraryFlow[] = [
  libraryFlow('customer-service', customerService, customerServiceGoldens),
  libraryFlow('order-tracking', orderTracking, orderTrackingGoldens),
  libraryFlow('appointment', appointment, appointmentGoldens),
  libraryFlow('complaint', complaint, complaintGoldens),
  libraryFlow('out-of-hours', outOfHours, outOfHoursGoldens),
  libraryFlow('delivery-news', deliveryNews, deliveryNewsGoldens),
];

function libraryFlow(key: LibraryKey, document: unknown, written: Record<string, WrittenGolden>): LibraryFlow {
  const { name, description, tests } = texts[key];
  const names: Record<string, LocalizedText> = tests;
  return {
    key,
    name,
    description,
    document: document as FlowDocument,
    goldens: Object.entries(written).map(([id, { script, transcript }]) => ({ case: id, name: names[id] ?? {}, script, transcript }) as Golden),
  };
}
