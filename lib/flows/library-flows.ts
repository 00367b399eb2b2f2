import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import type { LocalizedText } from '@/flows/document/localized-text';
import customerService from '@/flows/library/customer-service.flow.json';
import solvedScript from '@/flows/library/customer-service.order-solved.script.json';
import solvedTranscript from '@/flows/library/customer-service.order-solved.transcript.json';

/** A ready-made flow with the conversations that prove it. */
export interface LibraryFlow {
  key: string;
  name: LocalizedText;
  description: LocalizedText;
  document: FlowDocument;
  tests: { name: string; script: { language: string }; transcript: unknown }[];
}

/** The flows that come with Relais. */
export const LIBRARY_FLOWS: readonly LibraryFlow[] = [
  {
    key: 'customer-service',
    name: { fr: 'Service client', en: 'Customer service' },
    description: { fr: 'Commande, remboursement, adresse, et une personne quand il le faut.', en: 'Orders, refunds, addresses, and a person when it takes one.' },
    document: flowDocumentSchema.parse(customerService),
    tests: [{ name: 'order-solved', script: solvedScript, transcript: solvedTranscript }],
  },
];
