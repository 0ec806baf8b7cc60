import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { LockedSharing, type CompartmentKeys } from '@kinward/vault';
import type { TaskDetails } from '../domain/sealed-contents.js';
import { PaperRepository } from '../infrastructure/paper.repository.js';
import { TaskNews } from './task-news.js';
import { TaskSealing } from './task-sealing.js';

/** Roles that run tasks: they clear, open, answer, verify. */
const DESK_ROLES = ['COORDINATOR', 'SECURITY_OFFICER'];

/** Seals a new task's details, and its key to the people at the desk, who read it without a lock. */
@Injectable()
export class DeskSharing {
  constructor(
    private readonly sharing: LockedSharing,
    private readonly sealing: TaskSealing,
    private readonly papers: PaperRepository,
    private readonly news: TaskNews,
  ) {}

  async share(
    actor: Actor,
    keys: CompartmentKeys,
    content: TaskDetails,
  ): Promise<Result<void, DomainError>> {
    await this.sealing.write(keys, { kind: 'DETAILS', writtenBy: actor.personId, content });
    const holderIds = await this.papers.deskPeople(DESK_ROLES);
    const order = { keys, holderIds, purpose: 'TASK_DESK', isLocked: false } as const;
    const shared = await this.sharing.share(actor, order);
    if (!shared.ok) return shared;
    await this.news.tell('DRAFT', keys.compartment.subjectId);
    return ok();
  }
}
