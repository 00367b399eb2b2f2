/**
 * Where a score counts as sure, and where as nothing. Fixed on the validation questions of CLINC150 alone by
 * `npm run bench -- faq`, which prints the values again and what they give on every other set: `answered` is the
 * lowest at which at most one out-of-scope question in ten is answered, `unsure` the highest at which at most one
 * question in fifty that has an answer is turned away.
 */
export const THRESHOLDS = { answered: 0.5, unsure: 0.3 };
