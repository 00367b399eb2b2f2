import type { WidgetView } from '@/lib/api/view-models';

type Settings = WidgetView['settings'];

/** The form as it is being typed: texts are kept as written until they are saved. */
export interface WidgetDraft {
  name: string;
  flowId: string | null;
  enabled: boolean;
  title: string;
  /** Null for the widget's own. */
  accent: string | null;
  side: Settings['side'];
  logo: string | null;
  greeting: Record<string, string>;
  greetingHelp: Record<string, string>;
  languages: readonly string[];
  /** One a line. */
  sites: string;
}

export function draftOf({ name, flowId, settings }: WidgetView, languages: readonly string[]): WidgetDraft {
  const { enabled, accent, side, logo, greeting, greetingHelp, sites } = settings;
  const chosen = settings.languages.filter((language) => languages.includes(language));
  return { name, flowId, enabled, title: settings.name ?? '', accent, side, logo, greeting, greetingHelp, languages: chosen.length > 0 ? chosen : languages, sites: sites.join('\n') };
}

/** The settings a draft stands for. All of the workspace's languages is said as none, so that later ones come along. */
export function settingsOf(draft: WidgetDraft, languages: readonly string[]): Settings {
  const { enabled, title, accent, side, logo, greeting, greetingHelp } = draft;
  const chosen = languages.filter((language) => draft.languages.includes(language));
  return {
    ...(title.trim() !== '' && { name: title.trim() }),
    enabled,
    accent: accent?.toLowerCase() ?? null,
    side,
    logo,
    greeting: written(greeting),
    greetingHelp: written(greetingHelp),
    languages: chosen.length === languages.length ? [] : chosen,
    sites: sitesOf(draft.sites),
  };
}

/** The addresses of a text, one a line: without what comes after the site itself. */
export function sitesOf(text: string): string[] {
  const lines = text.split(/\s+/).filter((line) => line !== '');
  return [...new Set(lines.map((line) => originOf(line) ?? line))];
}

/** The first line that is no address; undefined when all are. */
export function badSite(text: string): string | undefined {
  return text.split(/\s+/).find((line) => line !== '' && originOf(line) === null);
}

function originOf(line: string): string | null {
  try {
    const { protocol, origin } = new URL(line);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}

export const COLOUR = /^#[0-9a-fA-F]{6}$/;

function written(text: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''));
}
