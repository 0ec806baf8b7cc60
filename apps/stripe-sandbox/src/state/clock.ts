/** The time of the sandbox: that of whoever starts it, moved forward by the control. */
export class SandboxClock {
  constructor(
    private readonly base: () => Date,
    private offsetMs = 0,
  ) {}

  /** Milliseconds since the epoch. */
  nowMs(): number {
    return this.base().getTime() + this.offsetMs;
  }

  /** Whole seconds since the epoch, as every object of the API carries it. */
  now(): number {
    return Math.floor(this.nowMs() / 1000);
  }

  /** How far it runs ahead of its base; kept over a restart. */
  get offset(): number {
    return this.offsetMs;
  }

  /** Moves it forward to a moment; a moment that has passed changes nothing. */
  moveTo(momentMs: number): void {
    this.offsetMs += Math.max(0, momentMs - this.nowMs());
  }

  restore(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}
