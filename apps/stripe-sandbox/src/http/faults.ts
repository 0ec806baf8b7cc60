/** Something that goes wrong on the way, for the next calls that it fits. */
export interface Fault {
  readonly kind: 'error500' | 'error429' | 'drop' | 'hang' | 'slow';
  /** Beginning of the path, for example `/v1/refunds`; without it every call. */
  readonly path?: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** How many calls; 1 without it. */
  readonly times?: number;
  /** False: it goes wrong before the work. True without it: the work is done, the answer is lost. */
  readonly workDone?: boolean;
  /** For `slow`: how long the answer takes, in milliseconds. */
  readonly delayMs?: number;
}

/** The faults that are waiting for their call. */
export class Faults {
  private waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault of this call, used up once. */
  take(method: string, path: string): Fault | undefined {
    const found = this.waiting.find(
      ({ fault }) =>
        path.startsWith(fault.path ?? '/') &&
        (fault.method === undefined || fault.method === method),
    );
    if (!found) return undefined;
    found.left -= 1;
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    return found.fault;
  }
}
