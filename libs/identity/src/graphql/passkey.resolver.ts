import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { Allow, CurrentActor, Public, type Actor } from '@kinward/platform';
import {
  BeginPasskeyUseCase,
  type PasskeyEnrolmentRequest as EnrolmentRequest,
  type PasskeyRequest as SignInRequest,
} from '../application/passkeys/begin-passkey.use-case.js';
import { EnrolPasskeyUseCase } from '../application/passkeys/enrol-passkey.use-case.js';
import { PasskeysQuery, type PasskeyView } from '../application/passkeys/passkeys.query.js';
import { RemovePasskeyUseCase } from '../application/passkeys/remove-passkey.use-case.js';
import { SignInWithPasskeyUseCase } from '../application/passkeys/sign-in-with-passkey.use-case.js';
import { PASSKEY_SECRET_BYTES } from '../domain/keys/passkey-keys.js';
import { LoginResult, LoginSucceeded } from './login.type.js';
import {
  EnrolPasskeyInput,
  EnrolPasskeyResult,
  Passkey,
  PasskeyEnrolmentRequest,
  PasskeyEnrolmentResult,
  PasskeyRemoved,
  PasskeyRequest,
  PasskeyRequestResult,
  PasskeySignInInput,
  RemovePasskeyInput,
  RemovePasskeyResult,
} from './passkey.type.js';

/** Devices that reopen a desk. */
@Resolver()
export class PasskeyResolver {
  constructor(
    private readonly begin: BeginPasskeyUseCase,
    private readonly enrol: EnrolPasskeyUseCase,
    private readonly signIn: SignInWithPasskeyUseCase,
    private readonly remove: RemovePasskeyUseCase,
    private readonly list: PasskeysQuery,
  ) {}

  @Allow('passkeys')
  @Query(() => [Passkey], { description: 'Mine, oldest first; at most five.' })
  async passkeys(): Promise<Passkey[]> {
    return (await this.list.mine()).map(toPasskey);
  }

  @Allow('beginPasskeyEnrolment')
  @Mutation(() => PasskeyEnrolmentResult)
  async beginPasskeyEnrolment(
    @CurrentActor() actor: Actor,
  ): Promise<Result<EnrolmentRequest, DomainError>> {
    const request = await this.begin.toEnrol(actor);
    return request.ok ? ok(Object.assign(new PasskeyEnrolmentRequest(), request.value)) : request;
  }

  @Allow('enrolPasskey')
  @Mutation(() => EnrolPasskeyResult)
  async enrolPasskey(
    @CurrentActor() actor: Actor,
    @Args('input') input: EnrolPasskeyInput,
  ): Promise<Result<Passkey, DomainError>> {
    const row = await this.enrol.execute(actor, { ...input, secret: secretOf(input.secret) });
    return row.ok ? ok(toPasskey(row.value)) : row;
  }

  @Allow('removePasskey')
  @Mutation(() => RemovePasskeyResult)
  async removePasskey(
    @CurrentActor() actor: Actor,
    @Args('input') input: RemovePasskeyInput,
  ): Promise<Result<PasskeyRemoved, DomainError>> {
    const removed = await this.remove.execute(actor, input.passkeyId);
    return removed.ok ? ok(Object.assign(new PasskeyRemoved(), { id: removed.value })) : removed;
  }

  @Public('nobody is signed in yet')
  @Mutation(() => PasskeyRequestResult)
  beginPasskeySignIn(): Result<SignInRequest, DomainError> {
    const request = this.begin.toSignIn();
    return request.ok ? ok(Object.assign(new PasskeyRequest(), request.value)) : request;
  }

  @Public('nobody is signed in yet')
  @Mutation(() => LoginResult)
  async signInWithPasskey(
    @Args('input') input: PasskeySignInInput,
  ): Promise<Result<LoginSucceeded, DomainError>> {
    const session = await this.signIn.execute({ ...input, secret: secretOf(input.secret) });
    return session.ok ? ok(Object.assign(new LoginSucceeded(), session.value)) : session;
  }
}

/** In a block of its own: a secret does not lie in Node's shared pool. */
function secretOf(text: string): Buffer {
  const secret = Buffer.alloc(PASSKEY_SECRET_BYTES);
  secret.write(text, 'base64url');
  return secret;
}

function toPasskey(view: PasskeyView): Passkey {
  return Object.assign(new Passkey(), view);
}
