import { Inject, Injectable } from '@nestjs/common';
import { ok, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import { ID_GENERATOR, JobQueue, UnitOfWork } from '@kinward/platform';
import { DonorStore } from '../../infrastructure/donor.store.js';
import { FundingNews } from '../funding-news.js';
import { SEND_CALLS_TASK } from '../task-names.js';
import { DonorDoor } from './donor-door.js';

const LINK_KEY_BYTES = 32;

/**
 * Erases who a donor is, here and at the provider, and ends monthly gifts. The books keep amounts under a number that
 * leads to nobody; the private link opens nothing any more. Errors: NOT_FOUND.
 */
@Injectable()
export class ForgetDonorUseCase {
  constructor(
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly organizations: OrganizationSettingsQuery,
    private readonly jobs: JobQueue,
    private readonly news: FundingNews,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  execute(token: string): Promise<Result<{ state: string }, DomainError>> {
    return this.door.withToken(token, async ({ donorId }) => {
      const { today } = await this.organizations.own();
      await new DonorStore(this.unitOfWork).forget(donorId, this.ids.bytes(LINK_KEY_BYTES), today);
      // Erasing the customer ends the subscription at the provider, too.
      await this.unitOfWork.execute(
        `UPDATE pledge SET state = 'ENDED', version = version + 1 WHERE donor_id = $1 AND state <> 'ENDED'`,
        [donorId],
      );
      await this.unitOfWork.execute(
        'UPDATE provider_customer SET erase_asked_on = $2 WHERE donor_id = $1',
        [donorId, today],
      );
      await this.jobs.enqueue(SEND_CALLS_TASK, {}, SEND_CALLS_TASK);
      await this.news.tellOfDonor('DONOR_FORGOTTEN', 'DONOR', donorId);
      return ok({ state: 'FORGOTTEN' });
    });
  }
}
