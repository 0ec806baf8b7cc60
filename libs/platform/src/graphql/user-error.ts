import { Field, InterfaceType, Int, ObjectType } from '@nestjs/graphql';
import type { DomainError } from '@kinward/kernel';
import { textOfReason } from './reason-texts.js';

/** Every expected refusal answers with one of these; an old client survives a new member. */
@InterfaceType({ description: 'An expected refusal. Nothing was changed.' })
export abstract class UserError {
  @Field(() => String, { description: 'Stable code for programs.' })
  abstract readonly code: string;

  @Field(() => String, { description: 'A sentence for people; never repeats what was sent.' })
  abstract readonly message: string;
}

@ObjectType({ implements: () => UserError, description: 'A value cannot be used.' })
export class InvalidInput implements UserError {
  readonly code = 'INVALID_INPUT';

  @Field(() => String, { description: 'Path of the input field.' })
  readonly field: string;

  @Field(() => String, { description: 'Why, as a stable code.' })
  readonly reason: string;

  readonly message = 'One of the values cannot be used.';

  constructor(field: string, reason: string) {
    this.field = field;
    this.reason = reason;
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'There is no such thing, or it is not yours to see; the two look the same.',
})
export class NotFound implements UserError {
  readonly code = 'NOT_FOUND';
  readonly message = 'There is nothing here for you under this reference.';
}

@ObjectType({ implements: () => UserError, description: 'The present state does not allow it.' })
export class WrongState implements UserError {
  readonly code = 'WRONG_STATE';
  readonly message = 'The present state does not allow this step.';

  @Field(() => String)
  readonly presentState: string;

  constructor(state: string) {
    this.presentState = state;
  }
}

@ObjectType({ implements: () => UserError, description: 'Somebody changed it since you read it.' })
export class StaleVersion implements UserError {
  readonly code = 'STALE_VERSION';
  readonly message = 'Somebody changed this since you opened it. Read it again, then decide.';

  @Field(() => Int)
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    this.currentVersion = currentVersion;
  }
}

@ObjectType({ implements: () => UserError, description: 'A rule of the house says no.' })
export class Refused implements UserError {
  readonly code = 'REFUSED';
  readonly message: string;

  @Field(() => String, { description: 'Which rule, as a stable code.' })
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
    this.message = textOfReason(reason);
  }
}

@ObjectType({
  implements: () => UserError,
  description: 'Stored keys or text failed their checks. The security desk has been told.',
})
export class IntegrityFailed implements UserError {
  readonly code = 'INTEGRITY';
  readonly message =
    'This record failed a safety check and stays closed. The security desk was told.';
}

/** All members of {@link UserError}, for result unions. */
export const USER_ERRORS = [
  InvalidInput,
  NotFound,
  WrongState,
  StaleVersion,
  Refused,
  IntegrityFailed,
] as const;

/** The GraphQL form of an expected error. */
export function toUserError(error: DomainError): UserError {
  switch (error.kind) {
    case 'INVALID_INPUT':
      return new InvalidInput(error.field, error.reason);
    case 'NOT_FOUND':
      return new NotFound();
    case 'WRONG_STATE':
      return new WrongState(error.state);
    case 'STALE_VERSION':
      return new StaleVersion(error.currentVersion);
    case 'REFUSED':
      return new Refused(error.reason);
    case 'INTEGRITY':
      return new IntegrityFailed();
  }
}
