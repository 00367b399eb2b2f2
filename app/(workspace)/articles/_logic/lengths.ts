/** Characters: a title is a button in the chat, a phrasing what a customer would write, an answer one message. */
export const LONGEST_TITLE = 200;
export const LONGEST_PHRASING = 400;
export const LONGEST_ANSWER = 4096;
export const LONGEST_TAG = 80;
/** Phrasings in one language, and tags. */
export const MOST_PHRASINGS = 500;
export const MOST_TAGS = 50;
