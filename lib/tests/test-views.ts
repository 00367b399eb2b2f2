import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';

/** tests.list: one flow and how many tests are kept for it. */
export interface TestedFlow {
  flowId: string;
  name: string;
  tests: number;
}

/** One golden conversation: a script and the transcript it must give. Times are epoch milliseconds. */
export interface FlowTestView {
  id: string;
  flowId: string;
  name: string;
  script: Script;
  transcript: Transcript;
  updatedAt: number;
  updatedBy: { id: string; name: string } | null;
}
