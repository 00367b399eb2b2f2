import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import type { Caller } from '@/lib/auth/caller';
import type { FlowTestView, TestedFlow } from './test-views';

/** What a test is made of. With `id`, a removed test comes back under its old one. */
export interface NewTest {
  id?: string | undefined;
  flowId: string;
  name: string;
  script: Script;
  transcript: Transcript;
}

/** What may change of a test; what is left out stays. */
export interface TestChange {
  id: string;
  script?: Script | undefined;
  transcript?: Transcript | undefined;
}

/** Use cases on the tests of flows, all within the caller's workspace. Tests of archived flows are not seen. */
export interface Tests {
  /** Every flow with the number of its tests, in the order of their names. */
  list(caller: Caller): Promise<TestedFlow[]>;
  /** Refuses `flow-unknown`. */
  ofFlow(caller: Caller, flowId: string): Promise<FlowTestView[]>;
  /** Refuses `test-unknown`, as do the three below. */
  get(caller: Caller, id: string): Promise<FlowTestView>;
  /** Refuses `flow-unknown`, `too-large`, and `conflict` when `id` is taken. */
  create(caller: Caller, test: NewTest): Promise<{ id: string }>;
  rename(caller: Caller, input: { id: string; name: string }): Promise<void>;
  /** Refuses `too-large`. */
  update(caller: Caller, change: TestChange): Promise<void>;
  remove(caller: Caller, id: string): Promise<void>;
}
