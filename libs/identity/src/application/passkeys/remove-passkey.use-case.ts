import { Injectable } from '@nestjs/common';
import { err, notFound, ok, type NotFoundError, type Result } from '@kinward/kernel';
import { AuditTrail, type Actor } from '@kinward/platform';
import { PasskeyRepository } from '../../infrastructure/passkey.repository.js';

/** Takes the actor's desk away from an authenticator. Errors: NOT_FOUND, also for those of others. */
@Injectable()
export class RemovePasskeyUseCase {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly audit: AuditTrail,
  ) {}

  async execute({ personId }: Actor, id: string): Promise<Result<string, NotFoundError>> {
    if (!(await this.passkeys.remove(id))) return err(notFound());
    this.audit.record({ action: 'PASSKEY_REMOVED', subjectKind: 'PERSON', subjectId: personId });
    return ok(id);
  }
}
