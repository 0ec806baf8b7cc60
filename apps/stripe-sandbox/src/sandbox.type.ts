import type { Control } from './control/control.js';

export interface StripeSandboxOptions {
  /** 0, or nothing, takes a free port. */
  readonly port?: number;
  /** Where events are sent, and the secret they are signed with. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** A file that keeps everything over a restart. */
  readonly stateFile?: string | null;
  /** The time of objects and renewals; the control moves it forward from there. */
  readonly clock?: () => Date;
  /** The time in signatures of events, which receivers compare with their own; the machine's. */
  readonly signatureClock?: () => Date;
  /** Address of the hosted page as a browser sees it; the server's own without it. */
  readonly publicUrl?: string;
  /** How long an endpoint may take to answer, in milliseconds; 10,000. */
  readonly webhookPatienceMs?: number;
  /** Pauses before further attempts, in milliseconds. */
  readonly webhookBackOffMs?: readonly number[];
  /** How long a delayed payment stays in processing, in seconds of the clock; three days. */
  readonly delayedSettlementSeconds?: number;
}

/** A sandbox that is running. */
export interface StripeSandbox {
  readonly port: number;
  readonly url: string;
  readonly control: Control;
  setWebhook(url: string, secret: string): void;
  /** Stops listening and sending, and writes the state file a last time. */
  stop(): Promise<void>;
}
