/** What may be bound to a statement's parameter. */
export type SqlValue = string | number | bigint | null | Uint8Array;
/** A row as an array, in the order of the selected columns. */
export type SqlRow = readonly SqlValue[];
