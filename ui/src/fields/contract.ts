/** What every field component takes, so that a form or a cell can hold any kind without knowing it. */
import type { Component } from 'svelte';
import type { FieldInfo, Json } from '../bindings';

export interface ViewProps {
  register: string;
  field: FieldInfo;
  value: Json;
  /** in a table cell: two short lines, no controls */
  compact?: boolean;
  /** the record the value belongs to, where more must be asked for (a secret, a file) */
  record?: number | null;
  /** the record has an open issue with this field */
  flawed?: boolean;
  /** opens a linked record beside what is shown */
  onopen?: (register: string, id: number) => void;
}

export interface InputProps {
  register: string;
  field: FieldInfo;
  value: Json;
  /** element id of the (first) control, so that a label can point to it */
  id: string;
  invalid?: boolean;
  /** id of the error or hint beneath */
  describedby?: string;
  /** in a table cell: no extra help around the control */
  compact?: boolean;
  record?: number | null;
}

export type FieldView = Component<ViewProps>;
export type FieldInput = Component<InputProps, object, 'value'>;
