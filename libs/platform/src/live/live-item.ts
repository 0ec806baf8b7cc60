import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { decodeCursor, encodeCursor } from '@kinward/kernel';
import type { LiveNews } from './live-news.js';

@ObjectType({ description: 'An id or a code of a piece of news, by name.' })
export class LiveEventId {
  @Field(() => String, { description: 'Such as `needId`, or `action` for what was done.' })
  readonly name!: string;

  @Field(() => ID)
  readonly value!: string;
}

@ObjectType({ description: 'Something changed: read it anew. Ids and codes only.' })
export class LiveEvent {
  @Field(() => String, { description: 'Send the last one as `after` when you come back.' })
  readonly cursor: string;

  @Field(() => String)
  readonly topic: string;

  @Field(() => [LiveEventId])
  readonly ids: readonly LiveEventId[];

  readonly seq: number;

  constructor({ seq, topic, ids }: LiveNews) {
    this.seq = seq;
    this.cursor = encodeCursor([seq]);
    this.topic = topic;
    this.ids = Object.entries(ids).map(([name, value]) => ({ name, value: String(value) }));
  }
}

@ObjectType({ description: 'You have missed nothing up to here; what you read now is not older.' })
export class LiveCaughtUp {
  @Field(() => String, { description: 'Send it as `after` when you come back.' })
  readonly cursor: string;

  constructor(seq: number) {
    this.cursor = encodeCursor([seq]);
  }
}

@ObjectType({ description: 'Your cursor is older than what is kept: read every screen anew.' })
export class LiveReadAnew {
  @Field(() => String, { description: 'The feed goes on from here.' })
  readonly cursor: string;

  constructor(seq: number) {
    this.cursor = encodeCursor([seq]);
  }
}

export type LiveItem = LiveEvent | LiveCaughtUp | LiveReadAnew;

export const LiveItemUnion = createUnionType({
  name: 'LiveItem',
  types: () => [LiveEvent, LiveCaughtUp, LiveReadAnew] as const,
  resolveType: (item: { constructor: never }) => item.constructor,
});

/** The place of a cursor, or null where the text is not one of ours. */
export function readLiveCursor(cursor: string): number | null {
  const [seq] = decodeCursor(cursor, 1) ?? [];
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 ? seq : null;
}
