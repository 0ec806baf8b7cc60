import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock } from '@kinward/kernel';
import { CLOCK, JobQueue, UnitOfWork } from '@kinward/platform';
import { InboxStore } from '../infrastructure/inbox.store.js';
import { DonorDoor } from './donors/donor-door.js';
import { StripeAccess } from './stripe-access.js';
import { DRAIN_TASK } from './task-names.js';

/**
 * Takes events of the payment provider in: checks the signature over the raw bytes first, stores four words of it
 * once, and leaves the work to the worker (security.md § 3.1).
 */
@Injectable()
export class WebhookIntake {
  constructor(
    private readonly stripe: StripeAccess,
    private readonly door: DonorDoor,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False where the bytes were not signed by the provider within the last five minutes; then nothing is stored. */
  async take(body: Buffer, signature: string): Promise<boolean> {
    const { verifier, organization } = this.stripe;
    if (verifier === null || organization === null) return false;
    const event = verifier.verify(body, signature, Date.now());
    if (event === null) return false;
    const stored = await this.door.withOrganization(organization, async (organizationId) => {
      const inbox = new InboxStore(this.unitOfWork);
      const isNew = await inbox.add(organizationId, event, this.clock.now());
      if (isNew) await this.jobs.enqueue(DRAIN_TASK, {}, DRAIN_TASK);
      return ok();
    });
    if (!stored.ok) throw new Error('the organisation of the payment account is not registered');
    return true;
  }
}
