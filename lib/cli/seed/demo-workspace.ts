import type { Calendar } from '@/flows/calendars/calendar';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { Role } from '@/lib/auth/roles';

interface DemoPerson {
  /** Part of the address before the @. */
  key: string;
  name: string;
  roles: Role[];
  /** Levels by skill key, for those who answer customers. */
  skills?: Record<string, number>;
}

const WORKDAY = [{ from: '09:00', to: '18:00' }];

/** The house that a first start sets up, so that there is something to look at and to try. */
export const DEMO = {
  workspace: { name: 'Maison Lumen', languages: ['fr', 'en'] },
  domain: 'maisonlumen.example',
  people: [
    { key: 'ines', name: 'Inès Moreau', roles: ['manager', 'administrator'] },
    { key: 'lea', name: 'Léa Fontaine', roles: ['agent'], skills: { delivery: 4, french: 5 } },
    { key: 'karim', name: 'Karim Benali', roles: ['agent'], skills: { refund: 5, french: 5, english: 3 } },
    { key: 'tom', name: 'Tom Okafor', roles: ['tester'] },
    { key: 'nadia', name: 'Nadia Perrin', roles: ['supervisor'] },
  ] satisfies DemoPerson[] as DemoPerson[],
  skills: {
    delivery: { fr: 'Livraison', en: 'Delivery' },
    refund: { fr: 'Remboursement', en: 'Refund' },
    french: { fr: 'Français', en: 'French' },
    english: { fr: 'Anglais', en: 'English' },
  } satisfies Record<string, LocalizedText> as Record<string, LocalizedText>,
  queue: { key: 'service', name: { fr: 'Service client', en: 'Customer service' } },
  calendar: {
    key: 'service',
    name: { fr: 'Service client', en: 'Customer service' },
    timeZone: 'Europe/Paris',
    spans: { mon: WORKDAY, tue: WORKDAY, wed: WORKDAY, thu: WORKDAY, fri: WORKDAY, sat: [{ from: '10:00', to: '17:00' }], sun: [] },
    holidays: [
      { date: '2026-12-25', name: { fr: 'Noël', en: 'Christmas Day' }, spans: [] },
      { date: '2027-01-01', name: { fr: 'Jour de l’an', en: 'New Year’s Day' }, spans: [] },
    ],
  } satisfies Calendar as Calendar,
  connection: { name: 'Site web', publicKey: 'demo' },
};
