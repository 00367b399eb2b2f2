import type { Json } from '@/flows/document/json';
import type { FieldSpec } from '../../_form/field-spec';

/** Where a value stands inside a step's data. */
export type FieldPath = readonly (string | number)[];

/** What every field is given. */
export interface DataFieldProps<S extends FieldSpec = FieldSpec> {
  spec: S;
  path: FieldPath;
  value: Json | undefined;
  /** The switch above has said the label already. */
  hideLabel?: boolean;
}
