import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, type Actor } from '@kinward/platform';
import { decideVetting } from '../domain/vetting-state.js';
import type { VettingState } from '../domain/vetting-states.js';
import type { VettingActor, VettingTransition } from '../domain/vetting-transitions.js';
import { SignatureStore } from '../infrastructure/signature.store.js';
import { VettingGround, type MoreFacts } from './vetting-ground.js';
import type { VettingSubject } from './vetting-subject.js';

/** Days for which a signature waits for the others. */
const SIGNATURE_DAYS = 14;
const DAY_MS = 86_400_000;

export interface WantedMove {
  readonly transition: VettingTransition;
  readonly actors: readonly VettingActor[];
  readonly reason?: string | null;
  /** The case of a panel. */
  readonly topicId?: string;
  readonly facts?: MoreFacts;
}

/** A move that was made, with the day it happened on, or a signature that waits for others. */
export type DecidedMove =
  | {
      readonly kind: 'MOVED';
      readonly to: VettingState;
      readonly today: string;
      readonly signedBy: readonly string[];
    }
  | { readonly kind: 'SIGNED' };

/** Decides moves of locked subjects and writes signatures and history; the caller writes the subject itself. */
@Injectable()
export class VettingMover {
  constructor(
    private readonly ground: VettingGround,
    private readonly signatures: SignatureStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** Errors: WRONG_STATE, REFUSED with the name of a guard or `VETTING_ROLE_NOT_ALLOWED`. */
  async move(
    actor: Actor,
    subject: VettingSubject,
    wanted: WantedMove,
  ): Promise<Result<DecidedMove, DomainError>> {
    const { transition, actors, reason = null, topicId = subject.id } = wanted;
    const now = this.clock.now();
    const place = { subjectId: subject.id, decision: transition, topicId };
    const signers = await this.signatures.signers(place, now);
    const facts = await this.ground.factsOf(subject, actor, signers, wanted.facts);
    const { state, resumeState } = subject;
    const decided = decideVetting({ state, resumeState, transition, actors, facts });
    if (!decided.ok) return decided;
    const { today } = await this.ground.own();
    if (decided.value.kind === 'SIGNED') {
      const expiresAt = new Date(now.getTime() + SIGNATURE_DAYS * DAY_MS);
      const signer = { personId: actor.personId, roles: [...actor.roles] };
      await this.signatures.sign(place, signer, { signedOn: today, expiresAt });
      return ok({ kind: 'SIGNED' });
    }
    const signedBy = [...signers.map(({ personId }) => personId), actor.personId];
    const { to } = decided.value;
    await this.signatures.clear(subject.id);
    await this.signatures.record({
      id: this.ids.next(),
      applicationId: subject.applicationId,
      personId: subject.personId,
      transition,
      from: state,
      to,
      reason,
      signedBy,
      madeOn: today,
    });
    return ok({ kind: 'MOVED', to, today, signedBy });
  }
}
