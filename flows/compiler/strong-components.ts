interface Visit {
  id: string;
  index: number;
  low: number;
  waiting: Iterator<string>;
  open: boolean;
}

/**
 * The strongly connected components of a graph, each after those it leads to; a component of several ids, or of one
 * that leads to itself, is a circle. Tarjan's algorithm on a stack of its own: a flow may be thousands of steps long.
 */
export function strongComponents(ids: Iterable<string>, next: (id: string) => Iterable<string>): string[][] {
  const visits = new Map<string, Visit>();
  const components: string[][] = [];
  const path: Visit[] = [];
  const unassigned: Visit[] = [];
  const begin = (id: string): void => {
    const visit: Visit = { id, index: visits.size, low: visits.size, waiting: next(id)[Symbol.iterator](), open: true };
    visits.set(id, visit);
    path.push(visit);
    unassigned.push(visit);
  };
  for (const root of ids) {
    if (visits.has(root)) continue;
    begin(root);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const step = visit.waiting.next();
      if (!step.done) {
        const seen = visits.get(step.value);
        if (!seen) begin(step.value);
        else if (seen.open) visit.low = Math.min(visit.low, seen.index);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) parent.low = Math.min(parent.low, visit.low);
      if (visit.low === visit.index) components.push(close(unassigned, visit));
    }
  }
  return components;
}

function close(unassigned: Visit[], root: Visit): string[] {
  const members = unassigned.splice(unassigned.indexOf(root));
  for (const member of members) member.open = false;
  return members.map(({ id }) => id);
}
