import { addPerson } from './add-person';
import { changePerson } from './change-person';
import { listPeople } from './list-people';
import type { People } from './people';
import type { PeopleDeps } from './people-deps';
import { removePerson } from './remove-person';
import { renewPassword } from './renew-password';

/** The use cases on people over the database. Changes of one workspace wait for each other: two administrators removing each other at once would leave none. */
export function createPeople(deps: PeopleDeps): People {
  const turns = new Map<string, Promise<unknown>>();
  function inTurn<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(workspaceId) ?? Promise.resolve();
    const done = before.then(work, work);
    turns.set(workspaceId, done);
    const over = (): void => {
      if (turns.get(workspaceId) === done) turns.delete(workspaceId);
    };
    done.then(over, over);
    return done;
  }
  return {
    list: (caller) => listPeople(deps.prisma, caller.workspace.id),
    add: (caller, person) => inTurn(caller.workspace.id, () => addPerson(deps, caller, person)),
    change: (caller, input) => inTurn(caller.workspace.id, () => changePerson(deps, caller, input)),
    renewPassword: (caller, id) => inTurn(caller.workspace.id, () => renewPassword(deps, caller, id)),
    remove: (caller, id) => inTurn(caller.workspace.id, () => removePerson(deps, caller, id)),
  };
}
