import { createTest } from './create-test';
import { getTest } from './get-test';
import { listTests } from './list-tests';
import { removeTest } from './remove-test';
import { renameTest } from './rename-test';
import type { TestDeps } from './test-deps';
import type { Tests } from './tests';
import { testsOfFlow } from './tests-of-flow';
import { updateTest } from './update-test';

/** The use cases on tests over the database. */
export function createTests(deps: TestDeps): Tests {
  return {
    list: (caller) => listTests(deps, caller),
    ofFlow: (caller, flowId) => testsOfFlow(deps, caller, flowId),
    get: (caller, id) => getTest(deps, caller, id),
    create: (caller, test) => createTest(deps, caller, test),
    rename: (caller, input) => renameTest(deps, caller, input),
    update: (caller, change) => updateTest(deps, caller, change),
    remove: (caller, id) => removeTest(deps, caller, id),
  };
}
