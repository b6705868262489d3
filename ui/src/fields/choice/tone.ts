/**
 * How a state looks. A field called `status` holds one, and so does every choice the program works out itself; the same word
 * means the same everywhere.
 */
import type { FieldInfo } from '../../bindings';

export type Tone = 'ok' | 'warn' | 'bad' | 'plain';

const tones: Record<string, Tone> = {
  active: 'ok',
  approved: 'ok',
  accepted: 'ok',
  verified: 'ok',
  agreed: 'ok',
  met: 'ok',
  in_use: 'ok',
  signed: 'ok',
  valid: 'ok',
  complete: 'ok',
  partial: 'warn',
  weak: 'warn',
  none: 'bad',
  short: 'bad',
  unproven: 'warn',
  level: 'ok',
  over: 'ok',
  planned: 'warn',
  onboarding: 'warn',
  prospect: 'warn',
  conditional: 'warn',
  closing: 'warn',
  draft: 'warn',
  pending: 'warn',
  partly: 'warn',
  expiring: 'warn',
  rejected: 'bad',
  suspended: 'bad',
  expired: 'bad',
  terminated: 'bad',
  missing: 'bad',
  lost: 'bad',
  not_met: 'bad',
};

export const isState = (field: FieldInfo): boolean =>
  field.readonly || field.key === 'status' || field.key === 'result' || field.key.endsWith('_status');

export const toneOf = (choice: string): Tone => tones[choice] ?? 'plain';
