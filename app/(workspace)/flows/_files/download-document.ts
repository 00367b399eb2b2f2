import type { FlowDocument } from '@/flows/document/flow-document';

/** Gives the browser a flow as a file, readable, named after the flow and, for a version, its number. */
export function downloadDocument(flow: FlowDocument, version?: number): void {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(flow, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(flow.name)}${version === undefined ? '' : `.v${version}`}.flow.json`;
  link.click();
  // The download has begun by then, in every browser.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes. */
export function fileName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'flow';
}
