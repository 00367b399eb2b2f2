import { readFile } from 'node:fs/promises';
import { startMemoryChat, type MemoryChat, type MemoryConversation } from '@/lib/channels/web-chat/memory-chat.test-support';
import type { StoredMessage } from '@/lib/runtime/runtime-types';

const WORDS = {
  fr: {
    hello: 'Bonjour\u202f! Je suis l’assistant de Maison Lumen. Un conseiller peut prendre le relais à tout moment.',
    question: 'Comment puis-je vous aider\u202f?',
    topics: ['Suivre ma commande', 'Mon remboursement', 'Changer d’adresse', 'Autre question'],
    refund: 'Votre retour ML-48 4417 est arrivé le 6 novembre. Nous remboursons sous 5 jours ouvrés.',
    solved: 'J’espère que cela répond à votre question. On s’arrête là\u202f?',
    ends: ['Oui, c’est réglé', 'Parler à un conseiller'],
    handing: 'Je vous mets en relation avec l’équipe livraison.',
    bye: 'Merci, à bientôt.',
  },
  en: {
    hello: 'Hello. I am Maison Lumen’s assistant. An advisor can take over at any time.',
    question: 'How can I help you?',
    topics: ['Track my order', 'My refund', 'Change the address', 'Another question'],
    refund: 'Your return ML-48 4417 arrived on 6 November. We refund within 5 working days.',
    solved: 'I hope that answers your question. Shall we stop here?',
    ends: ['Yes, it is sorted', 'Talk to an advisor'],
    handing: 'I am putting you in touch with the delivery team.',
    bye: 'Thank you, see you soon.',
  },
};

/** The web chat with a small bot that tells the story of the pictures, and the built widget beside it. */
export function startScene(widgetFile: string): Promise<MemoryChat> {
  return startMemoryChat({
    bot,
    limits: { heartbeatMs: 1000 },
    fallback(request, response) {
      if (request.url !== '/widget.js') return void response.writeHead(404).end();
      void readFile(widgetFile).then((script) => response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script));
    },
  });
}

function bot(chat: MemoryChat, conversation: MemoryConversation, { choice = '' }: StoredMessage): void {
  const words = conversation.language.startsWith('en') ? WORDS.en : WORDS.fr;
  const offer = (node: string, labels: readonly string[]) => ({ options: labels.map((label, index) => ({ value: `${node}:${index}`, label })) });
  setTimeout(() => {
    if (choice.startsWith('topic:')) {
      chat.say(conversation, 'bot', words.refund);
      chat.say(conversation, 'bot', words.solved, offer('end', words.ends));
    } else if (choice === 'end:0') {
      chat.say(conversation, 'bot', words.bye);
      chat.change(conversation, { owner: 'closed' });
    } else if (choice === 'end:1') {
      chat.say(conversation, 'bot', words.handing);
      chat.change(conversation, { owner: 'queued' });
    } else {
      chat.say(conversation, 'bot', words.hello);
      chat.say(conversation, 'bot', words.question, offer('topic', words.topics));
    }
  }, 150);
}
