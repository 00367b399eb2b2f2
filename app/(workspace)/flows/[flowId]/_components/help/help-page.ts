/**
 * The help page of a step type. All pages lie beside their types; the one that is asked for comes when it is asked for.
 */
export async function helpPage(type: string, locale: string): Promise<string> {
  const language = locale.split('-')[0] === 'fr' ? 'fr' : 'en';
  const page = (await import(`../../../../../../flows/nodes/${type}/${type}.${language}.md`)) as { default: string };
  return page.default;
}
