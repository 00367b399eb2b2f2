export type SectionKey = 'people' | 'skills' | 'queues' | 'calendars' | 'widget' | 'secrets' | 'api-keys' | 'workspace' | 'failed-turns' | 'failed-deliveries';
export interface SectionGroup {
  key: 'team' | 'routing' | 'channels' | 'space' | 'operations';
  sections: readonly SectionKey[];
}

const GROUPS: readonly SectionGroup[] = [
  { key: 'team', sections: ['people', 'skills'] },
  { key: 'routing', sections: ['queues', 'calendars'] },
  { key: 'channels', sections: ['widget'] },
  { key: 'space', sections: ['workspace', 'secrets', 'api-keys'] },
  { key: 'operations', sections: ['failed-turns', 'failed-deliveries'] },
];

const ADMINISTRATORS: ReadonlySet<SectionKey> = new Set(['people', 'secrets', 'api-keys', 'failed-turns', 'failed-deliveries']);

/** The sections a person may open, in their groups. The same as the server's own check of each page; this only hides the doors. */
export function sectionsFor(roles: readonly string[]): SectionGroup[] {
  const open = (key: SectionKey): boolean => !ADMINISTRATORS.has(key) || roles.includes('administrator');
  return GROUPS.map(({ key, sections }) => ({ key, sections: sections.filter(open) })).filter(({ sections }) => sections.length > 0);
}
