import { expect, it } from 'vitest';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { missingTexts } from './missing-texts';

const finding = (code: string, language?: string) => ({ code, severity: 'warning', params: language === undefined ? {} : { language } }) as unknown as Diagnostic;

it('counts what each language lacks, and what all of them lack', () => {
  const found = [finding('missing-translation', 'fr'), finding('missing-translation', 'fr'), finding('missing-translation', 'de'), finding('missing-text'), finding('unlinked-port')];
  expect(missingTexts(found, ['en', 'fr', 'de'])).toEqual({ en: 1, fr: 3, de: 2 });
  expect(missingTexts([], ['en'])).toEqual({ en: 0 });
});
