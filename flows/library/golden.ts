import type { LocalizedText } from '@/flows/document/localized-text';
import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';

/** A conversation as it must go: what is done, and what is said to it, word for word. */
export interface Golden {
  /** Its name among those of its flow, and in the names of its files. */
  case: string;
  name: LocalizedText;
  script: Script;
  transcript: Transcript;
}

/** The two files of a golden conversation, as a bundler reads them; library.test.ts checks what they hold. */
export interface WrittenGolden {
  script: unknown;
  transcript: unknown;
}
