import { Injectable } from '@nestjs/common';
import { GrantAccessUseCase } from '@kinward/cases';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';

/** Gives an accepted case to somebody else: coordinators assign, the new key is granted at once (decision 4). */
@Injectable()
export class Assigning {
  constructor(private readonly granting: GrantAccessUseCase) {}

  /** REFUSED `ONLY_COORDINATOR_ASSIGNS` for anybody but a coordinator who names somebody else. */
  check(actor: Actor, assigneeId: string | null): Result<void, DomainError> {
    const isOther = assigneeId !== null && assigneeId !== actor.personId;
    return isOther && !actor.roles.has('COORDINATOR')
      ? err(refused('ONLY_COORDINATOR_ASSIGNS'))
      : ok();
  }

  /** Errors as of `GrantAccessUseCase`. */
  async grant(
    actor: Actor,
    file: { readonly id: string; readonly assigneeId: string | null },
  ): Promise<Result<void, DomainError>> {
    const { id: caseId, assigneeId } = file;
    if (assigneeId === null || assigneeId === actor.personId) return ok();
    const granted = await this.granting.execute(actor, {
      caseId,
      holderId: assigneeId,
      storyOnly: false,
    });
    return granted.ok ? ok() : granted;
  }
}
