// Keeps an element's data fresh: asks at once, then after each pause while the page is visible.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from '../api/problem';

export class Poll<T> implements ReactiveController {
  data: T | null = null;
  problem: Problem | null = null;
  at: Date | null = null;

  private timer = 0;
  private running: AbortController | null = null;
  private readonly onVisible = () => (document.hidden ? this.stop() : void this.now());

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ask: (signal: AbortSignal) => Promise<T>,
    /** Milliseconds to the next question, given the last answer; null stops asking. */
    private readonly pause: (data: T | null) => number | null = () => 5000,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.onVisible);
    void this.now();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.onVisible);
    this.stop();
  }

  /** Asks now; an answer still under way is dropped. */
  async now(): Promise<void> {
    this.stop();
    const run = new AbortController();
    this.running = run;
    try {
      const data = await this.ask(run.signal);
      if (run.signal.aborted) return;
      this.data = data;
      this.problem = null;
      this.at = new Date();
    } catch (failure) {
      if (run.signal.aborted) return;
      this.problem = failure instanceof Problem ? failure : new Problem('Something went wrong.', 0, true, null);
    }
    this.host.requestUpdate();
    this.plan();
  }

  private plan(): void {
    const gone = this.problem !== null && [403, 404].includes(this.problem.status);
    const pause = gone ? null : this.pause(this.data);
    if (pause !== null && !document.hidden) this.timer = window.setTimeout(() => void this.now(), pause);
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.running?.abort();
    this.running = null;
  }
}
