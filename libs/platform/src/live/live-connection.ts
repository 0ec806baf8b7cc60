import type { WebSocket as Socket } from 'ws';
import { LIVE_CLOSE, type LiveCloseReason } from './live-close.js';
import type { LiveGuest } from './live-gate.js';

/** Messages that a client may send within the window (milliseconds). */
const MOST_MESSAGES = 120;
const WINDOW_MS = 10_000;
/** How long a client has to say goodbye before it is cut off (milliseconds). */
const GOODBYE_MS = 2_000;

/** One web socket. Once it is over, nothing leaves any more, whoever still holds it. */
export class LiveConnection {
  guest: LiveGuest | null = null;
  private isAlive = true;
  private isOver = false;
  private windowStart = 0;
  private messages = 0;

  constructor(private readonly socket: Socket) {
    socket.on('pong', () => {
      this.isAlive = true;
    });
    socket.on('close', () => {
      this.isOver = true;
    });
    // A broken connection emits its close as well.
    socket.on('error', () => undefined);
  }

  get hasEnded(): boolean {
    return this.isOver;
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  /** Resolves when the system has taken the text. */
  send(text: string): Promise<void> {
    return this.deliver(text) ?? Promise.resolve();
  }

  /**
   * Sends a text. Where the system does not take it at once, what is returned resolves when it has, so that a slow reader
   * slows its own feed and nobody else's.
   */
  deliver(text: string): Promise<void> | null {
    if (this.isOver) return null;
    if (this.socket.bufferedAmount === 0) {
      this.socket.send(text);
      return null;
    }
    return new Promise((resolve) => {
      // A text that could not be sent is sent again when the client comes back with its cursor.
      this.socket.send(text, () => resolve());
    });
  }

  /** @param onText gets every message that is within the limits */
  onMessage(onText: (text: string) => Promise<void>): void {
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (this.isOver) return;
      if (isBinary) return this.end('BAD_REQUEST');
      if (this.isTooMuch()) return this.end('TOO_MANY');
      onText(data.toString('utf8')).catch(() => this.end('BAD_REQUEST'));
    });
  }

  onClose(work: (code: number, reason: string) => void): void {
    this.socket.once('close', (code, reason) => work(code, reason.toString('utf8')));
  }

  end(reason: LiveCloseReason): void {
    this.close(LIVE_CLOSE[reason], reason);
  }

  close(code: number, reason: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), GOODBYE_MS).unref();
  }

  /** Asks for a sign of life; a client that gave none since the last time is cut off. */
  checkPulse(): void {
    if (!this.isAlive) {
      this.isOver = true;
      this.socket.terminate();
      return;
    }
    this.isAlive = false;
    this.socket.ping();
  }

  private isTooMuch(): boolean {
    const now = performance.now();
    if (now - this.windowStart > WINDOW_MS) {
      this.windowStart = now;
      this.messages = 0;
    }
    this.messages += 1;
    return this.messages > MOST_MESSAGES;
  }
}
