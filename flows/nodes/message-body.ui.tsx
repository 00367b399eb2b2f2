import type { Locale } from '../document/localized-text';
import type { MessageContent } from '../document/message-content';
import { Bubble } from './bubble.ui';

interface MessageBodyProps {
  message: MessageContent;
  language: Locale;
  languages: readonly Locale[];
}

/** The parts of a message, one bubble each. */
export function MessageBody({ message, language, languages }: MessageBodyProps) {
  return (
    <div className="flex flex-col gap-1">
      {message.parts.map((part, index) => (
        <Bubble key={index} text={part.text} language={language} languages={languages} />
      ))}
    </div>
  );
}
