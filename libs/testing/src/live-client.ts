import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** What a feed tells, as the test reads it. */
export interface SeenItem {
  readonly kind: string;
  readonly cursor: string;
  readonly topic?: string;
  readonly ids?: Readonly<Record<string, string>>;
}

interface Message {
  readonly type: string;
  readonly id?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- has the shape of the document
  readonly payload?: any;
}

const LIVE_FEED = `subscription ($input: LiveFeedInput!) { liveFeed(input: $input) { __typename
  ... on LiveEvent { cursor topic ids { name value } }
  ... on LiveCaughtUp { cursor } ... on LiveReadAnew { cursor } } }`;

/** A minute is what a test has; a machine with other work takes its time. */
const PATIENCE_MS = 40_000;

/** A web socket that speaks graphql-transport-ws, one message at a time, as a browser would. */
export class LiveClient {
  /** Everything that came, in order. */
  readonly messages: Message[] = [];
  readonly items: SeenItem[] = [];
  /** The code with which the server ended the connection. */
  closeCode: number | null = null;
  /** Called for each item as it comes. */
  onItem: (item: SeenItem) => void = () => undefined;
  private subscriptions = 0;
  private cursor: string | undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.take(JSON.parse(data.toString()) as Message));
    socket.on('close', (code) => {
      this.closeCode = code;
    });
    socket.on('error', () => undefined);
  }

  /** Opens a connection. @param url of the server, such as http://127.0.0.1:3000 */
  static async open(url: string, path = '/graphql'): Promise<LiveClient> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, 'graphql-transport-ws');
    const client = new LiveClient(socket);
    await Promise.race([once(socket, 'open'), once(socket, 'close')]).catch(() => undefined);
    return client;
  }

  /** Opens, says who it is, and waits for the answer. */
  static async connect(url: string, token: string | null): Promise<LiveClient> {
    const client = await LiveClient.open(url);
    client.send({
      type: 'connection_init',
      ...(token === null ? {} : { payload: { authorization: `Bearer ${token}` } }),
    });
    await client.until(() => client.closeCode !== null || client.has('connection_ack'));
    return client;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Subscribes to a document; returns the subscription's id. */
  subscribe(query: string, variables: object = {}): string {
    this.subscriptions += 1;
    const id = String(this.subscriptions);
    this.send({ type: 'subscribe', id, payload: { query, variables } });
    return id;
  }

  /** Subscribes to the feed and waits until it has begun. */
  async follow(input: { topics?: string[]; after?: string } = {}): Promise<void> {
    const had = this.items.length;
    const errors = this.messages.length;
    this.subscribe(LIVE_FEED, { input });
    await this.until(
      () =>
        this.closeCode !== null ||
        this.items.slice(had).some(({ kind }) => kind !== 'LiveEvent') ||
        this.messages
          .slice(errors)
          .some(({ type, payload }) => type === 'error' || payload?.errors),
    );
  }

  /** The events that came. */
  get events(): SeenItem[] {
    return this.items.filter(({ kind }) => kind === 'LiveEvent');
  }

  /** The cursor to come back with. */
  get lastCursor(): string | undefined {
    return this.items.at(-1)?.cursor ?? this.cursor;
  }

  /** The cursor to come back with where nothing comes. */
  startAt(cursor: string): void {
    this.cursor = cursor;
  }

  has(type: string): boolean {
    return this.messages.some((message) => message.type === type);
  }

  /** Waits until `isTrue` is. @throws Error after a while */
  async until(isTrue: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!isTrue()) {
      if (Date.now() > deadline) {
        throw new Error(
          `waited in vain; last: ${JSON.stringify(this.messages.at(-1)).slice(0, 300)}`,
        );
      }
      await sleep(5);
    }
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    this.socket.close();
    await this.until(() => this.closeCode !== null);
  }

  private take(message: Message): void {
    this.messages.push(message);
    const item = message.payload?.data?.liveFeed;
    if (message.type !== 'next' || item === undefined || item === null) return;
    const ids = (item.ids ?? []) as { name: string; value: string }[];
    const seen: SeenItem = {
      kind: String(item.__typename),
      cursor: String(item.cursor),
      ...(item.topic === undefined ? {} : { topic: String(item.topic) }),
      ids: Object.fromEntries(ids.map(({ name, value }) => [name, value])),
    };
    this.items.push(seen);
    this.onItem(seen);
  }
}
