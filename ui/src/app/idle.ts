// The idle lock: blank at once, lock as soon as running work allows.

import { jobsUnderWay, whenLeft } from '../backend';
import type { App } from './app.svelte';

const LOOK_MS = 2000;
const PATIENCE_MS = 10 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** Watches for a person until the answer is called. The program tells of sleep and a locked session. Wakes from sleep count as idle time, since the clock went on. */
export function watchIdle(app: App): () => void {
  let seen = Date.now();
  const sign = () => (seen = Date.now());
  const look = () => {
    const limit = (app.state?.idle_minutes ?? 0) * 60_000;
    if (!app.open || limit === 0) return;
    const idle = Date.now() - seen;
    if (idle < limit) return;
    app.blank = true;
    // an import under way is finished first; the page is blank meanwhile
    if (jobsUnderWay() === 0 || idle > limit + PATIENCE_MS) void app.lock();
  };
  whenLeft(() => app.open && void app.lock());
  const timer = setInterval(look, LOOK_MS);
  for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    for (const name of SIGNS) removeEventListener(name, sign, { capture: true });
    document.removeEventListener('visibilitychange', look);
  };
}
