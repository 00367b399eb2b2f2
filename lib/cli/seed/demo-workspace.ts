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
  connection: { name: 'Site web', publicKey: 'demo' },
};
