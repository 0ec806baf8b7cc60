import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  ok,
  type InvalidInputError,
  type OrganizationId,
  type Result,
} from '@kinward/kernel';
import type { Actor } from '../permissions/actor.js';
import { LiveAudiences } from './live-audiences.js';
import { LiveCaughtUp, LiveEvent, LiveReadAnew, readLiveCursor } from './live-item.js';
import { LiveListener } from './live-listener.js';
import type { RelayedNews } from './live-news.js';
import { LiveStore } from './live-store.js';
import {
  LiveSubscription,
  type LiveSubscriptionOptions,
  type ReplayPage,
} from './live-subscription.js';
import { LiveTopics } from './live-topics.js';
import { OrganizationFeed } from './organization-feed.js';

/** What a viewer asks for. */
export interface LiveRequest {
  readonly viewer: Pick<Actor, 'personId' | 'organizationId' | 'roles'>;
  /** Families of topics; all that the viewer's roles may ask for where it is null. */
  readonly topics: readonly string[] | null;
  readonly after: string | null;
  readonly onTooSlow: () => void;
}

/** Whoever lies further behind reads every screen anew, which costs less. */
const MOST_REPLAYED = 20_000;
const PAGE = 200;

/** The live feeds of the organisations whose people are connected to this process. */
@Injectable()
export class LiveFeed {
  private readonly feeds = new Map<string, OrganizationFeed>();

  constructor(
    private readonly listener: LiveListener,
    private readonly store: LiveStore,
    private readonly topics: LiveTopics,
    private readonly audiences: LiveAudiences,
  ) {
    listener.add({
      onNews: (news) => this.hear(news),
      onHearingAgain: () => {
        for (const feed of this.feeds.values()) feed.catchUp();
      },
    });
  }

  /**
   * Opens a feed. It begins with where it stands, or with what was missed since `after`.
   * Errors: a topic that does not exist or is not for these roles, a cursor that is not ours.
   */
  async open(request: LiveRequest): Promise<Result<LiveSubscription, InvalidInputError>> {
    const { viewer, onTooSlow } = request;
    const allowed = this.topics.familiesFor(viewer.roles);
    const families = request.topics ?? allowed;
    if (families.length === 0 || families.some((family) => !allowed.includes(family))) {
      return err(invalidInput('input.topics', 'UNKNOWN_TOPIC'));
    }
    const after = request.after === null ? null : readLiveCursor(request.after);
    if (request.after !== null && after === null) {
      return err(invalidInput('input.after', 'UNKNOWN_CURSOR'));
    }
    await this.listener.ready();
    const feed = await this.startedFeed(viewer.organizationId);
    const isKept = after === null || (await this.isKept(viewer, after));
    // From here to the end nothing may be waited for: the feed goes on meanwhile.
    const subscription = new LiveSubscription({
      viewer,
      families: new Set(families),
      onTooSlow,
      onEnd: (ended) => feed.subscriptions.delete(ended),
      ...this.begin(feed.place, isKept ? after : -1, viewer, families),
    });
    feed.subscriptions.add(subscription);
    return ok(subscription);
  }

  /** @param after null for a feed that begins now; -1 where what was missed is not kept any more */
  private begin(
    place: number,
    after: number | null,
    viewer: LiveRequest['viewer'],
    families: readonly string[],
  ): Pick<LiveSubscriptionOptions, 'first' | 'from' | 'replay'> {
    if (after === null) return { first: [new LiveCaughtUp(place)], from: place, replay: null };
    if (after < 0) return { first: [new LiveReadAnew(place)], from: place, replay: null };
    let through = after;
    const replay = async (): Promise<ReplayPage> => {
      const page = await this.store.after(viewer.organizationId, through, PAGE, families);
      const isLast = page.length < PAGE;
      through = page.at(-1)?.seq ?? through;
      const receives = await this.audiences.decide(viewer.organizationId, page, [viewer]);
      const events = page.filter((_, at) => receives(at, viewer)).map((one) => new LiveEvent(one));
      const items = isLast ? [...events, new LiveCaughtUp(through)] : events;
      return { items, through, isLast };
    };
    return { first: [], from: after, replay };
  }

  private async isKept({ organizationId }: LiveRequest['viewer'], after: number): Promise<boolean> {
    const { head, keptAfter } = await this.store.window(organizationId);
    // A cursor beyond the head is from a database that has since been put back.
    return after >= keptAfter && after <= head && head - after <= MOST_REPLAYED;
  }

  private async startedFeed(organizationId: OrganizationId): Promise<OrganizationFeed> {
    const known = this.feeds.get(organizationId);
    const feed = known ?? new OrganizationFeed(organizationId, this.store, this.audiences);
    this.feeds.set(organizationId, feed);
    await feed.start();
    return feed;
  }

  private hear(news: readonly RelayedNews[]): void {
    for (const [organizationId, theirs] of Map.groupBy(news, (one) => one.organizationId)) {
      this.feeds.get(organizationId)?.hear(theirs);
    }
  }
}
