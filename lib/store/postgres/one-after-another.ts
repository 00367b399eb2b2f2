/** Work under one name runs one after another, in the order asked; under different names side by side. */
export interface OneAfterAnother {
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** A queue per name; a name that has nothing to do costs nothing. */
export function createOneAfterAnother(): OneAfterAnother {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(name, work) {
      const before = last.get(name);
      const mine = before ? before.then(work, work) : work();
      last.set(name, mine);
      const over = (): void => {
        if (last.get(name) === mine) last.delete(name);
      };
      mine.then(over, over);
      return mine;
    },
  };
}
