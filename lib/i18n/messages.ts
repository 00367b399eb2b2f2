import enArticles from './messages/en/articles.json';
import enCli from './messages/en/cli.json';
import enCommon from './messages/en/common.json';
import enErrors from './messages/en/errors.json';
import enFlows from './messages/en/flows.json';
import enInbox from './messages/en/inbox.json';
import enRuntime from './messages/en/runtime.json';
import enSettings from './messages/en/settings.json';
import enShell from './messages/en/shell.json';
import enSignIn from './messages/en/signIn.json';
import enSimulate from './messages/en/simulate.json';
import enStudio from './messages/en/studio.json';
import enTests from './messages/en/tests.json';
import enTrace from './messages/en/trace.json';
import enWidget from './messages/en/widget.json';
import frArticles from './messages/fr/articles.json';
import frCli from './messages/fr/cli.json';
import frCommon from './messages/fr/common.json';
import frErrors from './messages/fr/errors.json';
import frFlows from './messages/fr/flows.json';
import frInbox from './messages/fr/inbox.json';
import frRuntime from './messages/fr/runtime.json';
import frSettings from './messages/fr/settings.json';
import frShell from './messages/fr/shell.json';
import frSignIn from './messages/fr/signIn.json';
import frSimulate from './messages/fr/simulate.json';
import frStudio from './messages/fr/studio.json';
import frTests from './messages/fr/tests.json';
import frTrace from './messages/fr/trace.json';
import frWidget from './messages/fr/widget.json';
import { LOCALES, type AppLocale } from './locales';

export { LOCALES, type AppLocale };

/** A namespace's texts: ICU messages, nested by key. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

export const NAMESPACES = [
  'common', 'shell', 'signIn', 'flows', 'simulate', 'studio', 'inbox', 'articles', 'settings', 'tests', 'errors', 'trace', 'widget', 'runtime', 'cli',
] as const;
export type Namespace = (typeof NAMESPACES)[number];

const MESSAGES: Record<AppLocale, Record<Namespace, MessageTree>> = {
  en: {
    common: enCommon, shell: enShell, signIn: enSignIn, flows: enFlows, simulate: enSimulate, studio: enStudio, inbox: enInbox, articles: enArticles, settings: enSettings,
    errors: enErrors, tests: enTests, trace: enTrace, widget: enWidget, runtime: enRuntime, cli: enCli,
  },
  fr: {
    common: frCommon, shell: frShell, signIn: frSignIn, flows: frFlows, simulate: frSimulate, studio: frStudio, inbox: frInbox, articles: frArticles, settings: frSettings,
    errors: frErrors, tests: frTests, trace: frTrace, widget: frWidget, runtime: frRuntime, cli: frCli,
  },
};

/** Every text of one language, or only the namespaces asked for (what a page sends to the browser). */
export function messagesFor(locale: AppLocale, namespaces: readonly Namespace[] = NAMESPACES): Partial<Record<Namespace, MessageTree>> {
  return Object.fromEntries(namespaces.map((namespace) => [namespace, MESSAGES[locale][namespace]]));
}
