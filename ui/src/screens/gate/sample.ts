// The sample company: a vault of its own, made on the spot and opened.

import { app, jobs } from '../../app';
import { call } from '../../backend';
import type { AppState } from '../../bindings';
import { t } from '../../i18n';

/** Answers whether the sample is open. */
export async function openSample(): Promise<boolean> {
  return app.attempt(async () => {
    const state = await jobs.run<AppState>(await call('sample_open', {}), t('sample-making'));
    await app.enter(state);
  });
}
