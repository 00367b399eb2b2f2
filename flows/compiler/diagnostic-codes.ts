import type { Diagnostic } from '@/flows/document/diagnostic';

/** Every code the compiler reports, with its severity. Each has words in messages/, a fixture, and a page in docs/errors. */
export const DIAGNOSTIC_CODES = {
  'no-start': 'error',
  'several-starts': 'error',
  'unknown-node-type': 'error',
  'invalid-data': 'error',
  'unlinked-port': 'error',
  'unknown-port': 'error',
  'link-into-start': 'error',
  unreachable: 'warning',
  'missing-text': 'error',
  'missing-translation': 'warning',
  'duplicate-option': 'error',
  'bad-template': 'error',
  'unknown-skill': 'error',
  'unknown-queue': 'error',
  'endless-loop': 'error',
  'node-compile-failed': 'error',
  'timeout-required': 'error',
  'unknown-calendar': 'error',
  'unknown-variable': 'error',
  'variable-type': 'error',
  'duplicate-variable': 'error',
  'secret-in-message': 'error',
  'bad-condition': 'error',
} as const satisfies Record<string, Diagnostic['severity']>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;
