import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import type { DomainError, Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  LiveFeed,
  LiveItemUnion,
  type Actor,
  type LivePayload,
  type RequestContext,
} from '@kinward/platform';
import { LiveFeedInput } from './live.type.js';

/**
 * One feed for all screens. It says what changed, by id, and a screen that shows it reads it anew with its own query,
 * its own permissions and its own keys; so nothing has to be shaped or sealed for each viewer here.
 */
@Resolver()
export class LiveResolver {
  constructor(private readonly feed: LiveFeed) {}

  @Allow('liveFeed')
  @Subscription(() => LiveItemUnion, {
    description:
      'What changes, as it changes, in order. Subscribe first and read your screens after the first LiveCaughtUp.',
  })
  async liveFeed(
    @CurrentActor() actor: Actor,
    @Args('input') input: LiveFeedInput,
    @Context() context: RequestContext,
  ): Promise<Result<AsyncIterable<LivePayload>, DomainError>> {
    const { cutOff = () => undefined } = context;
    return this.feed.open({
      viewer: actor,
      topics: input.topics ?? null,
      after: input.after ?? null,
      onTooSlow: cutOff,
    });
  }
}
