import { Injectable } from '@nestjs/common';
import { err, notFound, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { checkApplicant, checkWishes, type WorkWishes } from '../domain/applicant.js';
import { ApplicantSeal } from '../infrastructure/applicant-seal.js';
import { ApplicationLimiter } from '../infrastructure/application-limiter.js';
import { ApplicationRepository } from '../infrastructure/application.repository.js';
import { ApplicationWriter } from './application-writer.js';

export interface ApplyCommand extends WorkWishes {
  /** Code of the organisation. */
  readonly organization: string;
  readonly name: string;
  readonly contact: string;
  readonly message?: string | null;
}

const NO_SCOPE = { organizationId: null, personId: null };

/**
 * Takes an application from somebody without an account. The answer is the same whether it was stored, the address has
 * an open one, or has used up its attempts: nobody learns here who has applied. Errors: INVALID_INPUT naming the
 * field; NOT_FOUND for the organisation; REFUSED `COUNTRY_NOT_SAFE`, `TOO_MANY_APPLICATIONS`.
 */
@Injectable()
export class ApplyAsVolunteerUseCase {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly limiter: ApplicationLimiter,
    private readonly seal: ApplicantSeal,
    private readonly writer: ApplicationWriter,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(command: ApplyCommand): Promise<Result<void, DomainError>> {
    const applicant = checkApplicant(command);
    if (!applicant.ok) return applicant;
    const wishes = checkWishes(command);
    if (!wishes.ok) return wishes;
    const organizationId = await this.unitOfWork.read(NO_SCOPE, () =>
      this.applications.organizationOf(command.organization),
    );
    if (organizationId === null) return err(notFound());
    const scope = { organizationId, personId: null };
    const contactKey = this.seal.contactKey(organizationId, applicant.value.contact);
    const isSafe = await this.unitOfWork.read(scope, () =>
      this.writer.isSafe(wishes.value.country),
    );
    if (!isSafe) return err(refused('COUNTRY_NOT_SAFE'));
    const limit = await this.limiter.admit(applicant.value.contact);
    if (limit === 'OF_ALL') return err(refused('TOO_MANY_APPLICATIONS'));
    if (limit === 'OF_ADDRESS') return ok();
    return this.unitOfWork.run(scope, async () => {
      if (await this.applications.isOpenFor(contactKey)) return ok();
      await this.writer.write(applicant.value, wishes.value, contactKey);
      return ok();
    });
  }
}
