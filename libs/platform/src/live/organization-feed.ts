import { setTimeout as sleep } from 'node:timers/promises';
import type { OrganizationId } from '@kinward/kernel';
import { LiveEvent } from './live-item.js';
import type { LiveAudiences } from './live-audiences.js';
import { topicFamily, type LiveNews, type RelayedNews } from './live-news.js';
import type { LiveStore } from './live-store.js';
import type { LiveSubscription } from './live-subscription.js';

/** News kept in memory while earlier ones are under way; beyond that they are read from the table. */
const MOST_PENDING = 1_000;
const PAGE = 200;
/** Milliseconds before the database is asked again after a failure. */
const PAUSE_MS = 500;

/**
 * The news of one organisation in this process, in the order of their places and without a gap: what a notification did
 * not bring is read from the table. Who may receive a piece of news is asked once for all viewers.
 */
export class OrganizationFeed {
  readonly subscriptions = new Set<LiveSubscription>();
  private pending: RelayedNews[] = [];
  private mustRead = false;
  private isAtWork = false;
  private position = 0;
  /** The last place of the news that are being handed out. */
  private inHand = 0;
  private starting: Promise<void> | null = null;

  constructor(
    readonly organizationId: OrganizationId,
    private readonly store: LiveStore,
    private readonly audiences: LiveAudiences,
  ) {}

  /** A subscription that is added now hears of everything after this place. */
  get place(): number {
    return Math.max(this.position, this.inHand);
  }

  /** Finds out where the feed stands, once. */
  start(): Promise<void> {
    return (this.starting ??= this.findPlace());
  }

  /** Takes news from a notification. */
  hear(news: readonly RelayedNews[]): void {
    if (this.pending.length + news.length > MOST_PENDING) {
      this.pending = [];
      this.mustRead = true;
    } else {
      this.pending.push(...news);
    }
    this.work();
  }

  /** Reads from the table whatever was told while nobody listened. */
  catchUp(): void {
    this.mustRead = true;
    this.work();
  }

  private async findPlace(): Promise<void> {
    try {
      this.position = (await this.store.window(this.organizationId)).head;
    } catch (error) {
      this.starting = null;
      throw error;
    }
  }

  private work(): void {
    if (this.isAtWork) return;
    this.isAtWork = true;
    void this.pump().finally(() => {
      this.isAtWork = false;
    });
  }

  private async pump(): Promise<void> {
    while (this.mustRead || this.pending.length > 0) {
      try {
        await this.start();
        await this.handOut(await this.take());
      } catch {
        // The database is away: nothing is skipped, the same news are asked for again.
        this.mustRead = true;
        await sleep(PAUSE_MS, undefined, { ref: false });
      }
    }
  }

  /** The next news without a gap. */
  private async take(): Promise<readonly LiveNews[]> {
    const heard = this.pending.splice(0);
    if (!this.mustRead) {
      const fresh = heard.filter(({ seq }) => seq > this.position);
      const isWhole = fresh.every(({ seq, ids }, at) => {
        return ids !== null && seq === this.position + at + 1;
      });
      if (isWhole) return fresh as readonly LiveNews[];
    }
    const page = await this.store.after(this.organizationId, this.position, PAGE);
    this.mustRead = page.length === PAGE;
    return page;
  }

  private async handOut(news: readonly LiveNews[]): Promise<void> {
    const viewers = [...this.subscriptions];
    this.inHand = news.at(-1)?.seq ?? this.inHand;
    const receives = await this.audiences.decide(
      this.organizationId,
      news,
      viewers.map(({ viewer }) => viewer),
    );
    for (const [index, one] of news.entries()) {
      const event = new LiveEvent(one);
      const family = topicFamily(one.topic);
      for (const subscription of viewers) {
        if (subscription.families.has(family) && receives(index, subscription.viewer)) {
          subscription.push(event);
        }
      }
      this.position = one.seq;
    }
  }
}
