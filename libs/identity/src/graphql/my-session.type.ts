import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { resultUnion } from '@kinward/platform';
import { SignedOut } from './login.type.js';

@ObjectType({ description: 'One of my open sessions; no device, browser or address is kept.' })
export class MySession {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime)
  lastSeenAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends by itself.' })
  countsUntil!: Date;

  @Field(() => Boolean, { description: 'The session that asks.' })
  isThis!: boolean;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID)
  @Matches(/^[0-9a-f]{32}$/)
  sessionId!: string;
}

export const EndSessionResult = resultUnion('EndSessionResult', SignedOut);
