// A long piece of work the window waits for. Half a second passes before the dialog shows: short jobs need none.

import type { JobState } from '../bindings';
import { runJob } from '../backend';

interface Running {
  title: string;
  state: JobState | null;
  shown: boolean;
  cancel: AbortController;
}

const QUIET_MS = 500;

class Jobs {
  running = $state<Running | null>(null);

  /** Follows a job behind the progress dialog. `title` is said in the working language. */
  async run<T>(job: number, title: string): Promise<T> {
    const cancel = new AbortController();
    this.running = { title, state: null, shown: false, cancel };
    const timer = setTimeout(() => {
      if (this.running) this.running.shown = true;
    }, QUIET_MS);
    try {
      return await runJob<T>(job, (state) => this.running && (this.running.state = state), cancel.signal);
    } finally {
      clearTimeout(timer);
      this.running = null;
    }
  }
}

export const jobs = new Jobs();
