type Raw = Readonly<Record<string, unknown>>;

/**
 * Format 0 knew one language, kept steps and links in lists, and a step's place beside its title. Format 1 has a map
 * of languages for every title, maps for steps and links, and empty sections for what is to come.
 */
export function formatZeroToOne(document: Raw): Record<string, unknown> {
  const { format: _format, language, steps, links, ...rest } = document;
  const locale = typeof language === 'string' ? language : 'en';
  return {
    ...rest,
    format: 1,
    languages: [locale],
    triggers: [],
    listeners: [],
    variables: [],
    nodes: keyed(steps, (step) => [step.id, nodeOf(step, locale)]),
    edges: keyed(links, (link) => [`${String(link.from)}/${String(link.port)}`, link]),
  };
}

function nodeOf({ x, y, title, ...step }: Raw, locale: string): Raw {
  return { version: 1, data: {}, ...step, title: typeof title === 'string' ? { [locale]: title } : title, position: { x, y } };
}

/** Entries that are no objects are kept under their number, so that the check names them. */
function keyed(list: unknown, entry: (item: Raw) => [unknown, unknown]): unknown {
  if (!Array.isArray(list)) return list;
  return Object.fromEntries(
    list.map((item: unknown, index) => {
      if (typeof item !== 'object' || item === null) return [String(index), item];
      const [key, value] = entry(item as Raw);
      return [String(key), value];
    }),
  );
}
