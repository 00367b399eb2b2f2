import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import { Refusal } from '@/lib/refusal';

/** Characters of one kept script or transcript: a thousand events with what they cause is below it. */
const LIMIT = 400_000;

/** Script and transcript as they are stored. Refuses `too-large`. */
export function testTexts({ script, transcript }: { script?: Script | undefined; transcript?: Transcript | undefined }): { script?: string; transcript?: string } {
  const texts = {
    ...(script && { script: JSON.stringify(script) }),
    ...(transcript && { transcript: JSON.stringify(transcript) }),
  };
  if (Object.values(texts).some((text) => text.length > LIMIT)) throw new Refusal('too-large', 'too-large', { limit: LIMIT });
  return texts;
}
