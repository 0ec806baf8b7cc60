import type { Actor } from '../permissions/actor.js';
import type { LiveEvent, LiveItem } from './live-item.js';

/** What a subscription yields: the value of the GraphQL field by its name. */
export interface LivePayload {
  readonly liveFeed: LiveItem;
}

/** News that were missed, already allowed. */
export interface ReplayPage {
  readonly items: readonly LiveItem[];
  /** The place that has been caught up with once these are read. */
  readonly through: number;
  readonly isLast: boolean;
}

/** What is kept for a screen that does not read; one that lies further behind comes back with its cursor. */
const MOST_WAITING = 1_000;

export interface LiveSubscriptionOptions {
  readonly viewer: Pick<Actor, 'personId' | 'organizationId' | 'roles'>;
  readonly families: ReadonlySet<string>;
  /** The place after which this feed begins. */
  readonly from: number;
  /** What comes first. */
  readonly first: readonly LiveItem[];
  /** Reads what was missed, page by page; null where nothing was. */
  readonly replay: (() => Promise<ReplayPage>) | null;
  /** Called when the viewer reads too slowly; must end the connection. */
  readonly onTooSlow: () => void;
  readonly onEnd: (ended: LiveSubscription) => unknown;
}

const DONE = { done: true, value: undefined } as const;

/** The feed of one viewer: what was missed, then what comes, each once and in order. */
export class LiveSubscription implements AsyncIterableIterator<LivePayload> {
  readonly viewer: LiveSubscriptionOptions['viewer'];
  readonly families: ReadonlySet<string>;
  private ready: LiveItem[];
  private at = 0;
  /** What comes while older news are still being read. */
  private readonly waiting: LiveEvent[] = [];
  private replay: LiveSubscriptionOptions['replay'];
  private through: number;
  private wake: (() => void) | null = null;
  private isOver = false;

  constructor(private readonly options: LiveSubscriptionOptions) {
    this.viewer = options.viewer;
    this.families = options.families;
    this.ready = [...options.first];
    this.replay = options.replay;
    this.through = options.from;
  }

  /** Hands over the next piece of news that this viewer may receive. */
  push(event: LiveEvent): void {
    if (this.isOver) return;
    const queue = this.replay === null ? this.ready : this.waiting;
    if (queue.length - (queue === this.ready ? this.at : 0) >= MOST_WAITING) {
      this.finish();
      this.options.onTooSlow();
      return;
    }
    queue.push(event);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<LivePayload>> {
    while (!this.isOver) {
      const item = this.ready[this.at];
      if (item !== undefined) {
        this.at += 1;
        if (this.isNew(item)) return { done: false, value: { liveFeed: item } };
        continue;
      }
      this.ready = [];
      this.at = 0;
      if (this.replay === null) await this.sleep();
      else await this.readOlder(this.replay);
    }
    return DONE;
  }

  return(): Promise<IteratorResult<LivePayload>> {
    this.finish();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async readOlder(replay: () => Promise<ReplayPage>): Promise<void> {
    const { items, through, isLast } = await replay();
    this.ready = [...items];
    if (!isLast) return;
    this.replay = null;
    // News that came meanwhile may be among those that were read.
    this.ready.push(...this.waiting.splice(0).filter(({ seq }) => seq > through));
  }

  /** A batch that was being handed out when this feed began may come again. */
  private isNew(item: LiveItem): boolean {
    if (!('seq' in item)) return true;
    if (item.seq <= this.through) return false;
    this.through = item.seq;
    return true;
  }

  private sleep(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = () => {
        this.wake = null;
        resolve();
      };
    });
  }

  private finish(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.ready = [];
    this.waiting.length = 0;
    this.options.onEnd(this);
    this.wake?.();
  }
}
