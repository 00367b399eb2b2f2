/** The languages the command line speaks; the first is the default. */
const LANGUAGES = ['en', 'fr'];

/** `--language fr`, else the system's LC_ALL, LC_MESSAGES or LANG, else the system's own setting. */
export function cliLanguage(args, environment) {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const wanted = asked ?? (LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale);
  return LANGUAGES.find((language) => wanted.toLowerCase().startsWith(language)) ?? LANGUAGES[0];
}
