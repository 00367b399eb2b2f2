import { localizedTextSchema, type LocalizedText } from '@/flows/document/localized-text';

/** A name in the languages of the workspace, read back from its column. */
export function storedText(json: string): LocalizedText {
  return localizedTextSchema.parse(JSON.parse(json));
}
