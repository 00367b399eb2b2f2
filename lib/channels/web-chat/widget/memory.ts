/** What the widget keeps in the browser for one connection. */
export interface Memory {
  read(name: string): string | null;
  write(name: string, value: string | null): void;
}

/** localStorage under the connection's key; where the browser forbids it, the page's own memory. */
export function createMemory(publicKey: string): Memory {
  const kept = new Map<string, string>();
  const place = (name: string): string => `relais:${publicKey}:${name}`;
  return {
    read(name) {
      try {
        return localStorage.getItem(place(name));
      } catch {
        return kept.get(name) ?? null;
      }
    },
    write(name, value) {
      try {
        if (value === null) localStorage.removeItem(place(name));
        else localStorage.setItem(place(name), value);
      } catch {
        if (value === null) kept.delete(name);
        else kept.set(name, value);
      }
    },
  };
}
