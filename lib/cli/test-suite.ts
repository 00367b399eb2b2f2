import type { FlowDocument } from '@/flows/document/flow-document';
import type { Script } from '@/flows/simulator/script';
import type { SimulateEnv } from '@/flows/simulator/simulate';
import type { Transcript } from '@/flows/simulator/transcript';

/** The tests of one flow with what they are run on. */
export interface TestSuite {
  /** How the flow is named to the caller: its file, or workspace and name. */
  name: string;
  document: FlowDocument;
  tests: { name: string; script: Script; transcript: Transcript }[];
  env: SimulateEnv;
}
