/** How a state looks. A field called `status` or `result` holds states; the same word means the same everywhere. */
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

export const isState = (field: string): boolean =>
  field === 'status' || field === 'result' || field.endsWith('_status');

export const toneOf = (field: string, choice: string): Tone => (isState(field) ? (tones[choice] ?? 'plain') : 'plain');
