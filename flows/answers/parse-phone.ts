import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The telephone number in a text, as E.164 (`+33612345678`); undefined when there is none that could be called. */
export function parsePhone(text: string, country?: string): string | undefined {
  const home = country !== undefined && isSupportedCountry(country) ? { defaultCountry: country satisfies CountryCode } : {};
  // People dial 00 where they mean +.
  const found = parsePhoneNumberFromString(text.normalize('NFKC').trim().replace(/^00(?=[1-9])/, '+'), home);
  return found?.isValid() ? found.number : undefined;
}

/** Whether a code of two capitals (ISO 3166) is a country with telephone numbers: `GB` is, `UK` is not. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}
