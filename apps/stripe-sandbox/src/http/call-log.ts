/** One call of the API as it came in. */
export interface ApiCall {
  /** Milliseconds of the sandbox clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly params: unknown;
  readonly idempotencyKey: string | null;
  readonly requestId: string;
  /** The status that was sent, or null when the connection was dropped or left hanging. */
  status: number | null;
  isReplay: boolean;
}

const MOST = 20_000;

/** What was sent to the API since the start; the oldest calls are dropped beyond 20,000. */
export class CallLog {
  private calls: ApiCall[] = [];

  add(call: ApiCall): ApiCall {
    this.calls.push(call);
    if (this.calls.length > MOST) this.calls = this.calls.slice(-MOST);
    return call;
  }

  all(): readonly ApiCall[] {
    return [...this.calls];
  }

  clear(): void {
    this.calls = [];
  }
}
