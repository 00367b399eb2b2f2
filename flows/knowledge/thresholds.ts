/**
 * Where a score counts as sure, and where as nothing. Fixed on the validation questions of CLINC150 alone by
 * `npm run bench -- faq`, which prints the values again and what they give on every other set: `answered` is the
 * lowest at which at most one out-of-scope question in ten is answered, `unsure` the highest at which at most one
 * question in fifty that has an answer is turned away. A candidate below `offered` shares nothing worth showing.
 */
export const THRESHOLDS = { answered: 0.53, unsure: 0.34, offered: 0.1 };
