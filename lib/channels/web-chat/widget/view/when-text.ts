import type { Texts } from '../texts';

/** `Today, 14:28`, in the reader's language and on her clock. */
export function whenText(at: number, texts: Texts): string {
  const language = texts.language === 'en' ? 'en-GB' : texts.language;
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  const day = new Date(at).toDateString();
  const now = new Date();
  if (day === now.toDateString()) return texts.say('today', { time });
  now.setDate(now.getDate() - 1);
  if (day === now.toDateString()) return texts.say('yesterday', { time });
  return texts.say('otherDay', { day: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(at), time });
}
