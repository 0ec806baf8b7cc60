import { setTimeout as sleep } from 'node:timers/promises';
import { LiveClient } from '@kinward/testing';

const RETRY_MS = 50;

/** A screen that comes back with its cursor, to whichever process is there. */
export class ReturningClient {
  /** The marks of all events, over all connections, in the order in which they came. */
  readonly marks: number[] = [];
  returns = 0;
  private isOver = false;
  private client: LiveClient | null = null;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param urls of the processes, the first one first
   * @param keepsCursor false for a canary: it comes back as if it were new
   */
  constructor(
    private readonly urls: readonly string[],
    private readonly token: string,
    private readonly keepsCursor = true,
  ) {}

  /** Resolves when the feed has begun. */
  async start(): Promise<void> {
    const client = await this.follow(this.urls[0] ?? '');
    if (client === null) throw new Error('a client could not connect');
    this.running = this.stay(client);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.client?.socket.terminate();
    await this.running;
  }

  private async stay(first: LiveClient): Promise<void> {
    let client: LiveClient | null = first;
    for (let turn = 0; !this.isOver; turn += 1) {
      if (client !== null) {
        await new Promise((resolve) => client?.socket.once('close', resolve));
        this.returns += 1;
      }
      if (this.isOver) return;
      client = await this.follow(this.urls[turn % this.urls.length] ?? '');
      if (client === null) await sleep(RETRY_MS * Math.random());
    }
  }

  private async follow(url: string): Promise<LiveClient | null> {
    const after = this.keepsCursor ? this.client?.lastCursor : undefined;
    const client = await LiveClient.connect(url, this.token).catch(() => null);
    if (client === null || client.closeCode !== null) return null;
    client.onItem = ({ ids }) => {
      if (ids?.['mark'] !== undefined) this.marks.push(Number(ids['mark']));
    };
    this.client = client;
    if (after !== undefined) client.startAt(after);
    await client.follow({ topics: ['need'], ...(after === undefined ? {} : { after }) });
    return client;
  }
}
