import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import type { VettingTransition } from '../domain/vetting-transitions.js';
import { AccountStore } from '../infrastructure/account.store.js';
import type { VolunteerApplicationRow } from '../infrastructure/application.entity.js';
import { ApplicationMover } from './application-mover.js';
import { changedApplication, type ChangedVetting } from './changed-vetting.js';
import { VettingAccess } from './vetting-access.js';

export const SCREENING_STEPS = ['START', 'ASK_REFERENCES'] as const;
export type ScreeningStep = (typeof SCREENING_STEPS)[number];

export interface ScreenApplicationCommand {
  readonly applicationId: string;
  readonly version?: number | null;
  readonly step: ScreeningStep;
  /** The account of an applicant who has one already: then nobody whom he vetted may vet him. */
  readonly personId?: string | null;
}

const TRANSITIONS: Readonly<Record<ScreeningStep, VettingTransition>> = {
  START: 'START_SCREENING',
  ASK_REFERENCES: 'ASK_REFERENCES',
};

/**
 * Takes an application up, and sends it on to the referees. Errors: NOT_FOUND; STALE_VERSION; WRONG_STATE; REFUSED
 * `COUNTRY_NOT_SAFE`, `OWN_VETTING`, `SUBJECT_VETTED_YOU`, `ACCOUNT_TAKEN`.
 */
@Injectable()
export class ScreenApplicationUseCase {
  constructor(
    private readonly access: VettingAccess,
    private readonly accounts: AccountStore,
    private readonly mover: ApplicationMover,
  ) {}

  async execute(
    actor: Actor,
    command: ScreenApplicationCommand,
  ): Promise<Result<ChangedVetting, DomainError>> {
    const locked = await this.access.lockApplication(
      command.applicationId,
      command.version ?? null,
    );
    if (!locked.ok) return locked;
    const known = await this.withAccount(locked.value, command.personId ?? null);
    if (!known.ok) return known;
    const moved = await this.mover.move(actor, known.value, {
      transition: TRANSITIONS[command.step],
      change: { personId: known.value.personId },
    });
    return moved.ok ? ok(changedApplication(moved.value.row)) : moved;
  }

  private async withAccount(
    row: VolunteerApplicationRow,
    personId: string | null,
  ): Promise<Result<VolunteerApplicationRow, DomainError>> {
    if (personId === null) return ok(row);
    if ((await this.accounts.find(personId)) === null) return err(notFound());
    if (await this.accounts.isTaken(personId, row.id)) return err(refused('ACCOUNT_TAKEN'));
    return ok({ ...row, personId });
  }
}
