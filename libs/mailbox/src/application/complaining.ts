import { Injectable } from '@nestjs/common';
import { FamilyWishes } from '@kinward/cases';
import { err, notFound, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { PersonalSealing } from '@kinward/vault';
import { addDays, COMPLAINT_DAYS, type ComplaintKind } from '../domain/limits.js';
import { ComplaintRepository } from '../infrastructure/complaint.repository.js';
import { DoorPeopleRepository } from '../infrastructure/door-people.repository.js';
import { familyOf } from './family-door.js';
import { WriterGround } from './writer-ground.js';
import { MailboxNews } from './mailbox-news.js';
import { MailboxStanding, type StandingMailbox } from './mailbox-standing.js';
import type { FamilyAct } from './family-acts.js';

/** Who may answer, where they have had nothing to do with it. */
const READERS = ['COORDINATOR', 'SECURITY_OFFICER'];

/** Who reads a complaint. */
@Injectable()
export class ComplaintReaders {
  constructor(
    private readonly people: DoorPeopleRepository,
    private readonly wishes: FamilyWishes,
    private readonly sealing: PersonalSealing,
    private readonly news: MailboxNews,
  ) {}

  /**
   * Coordinators and security officers who neither hold the case nor decided on the request; where everybody did, security
   * reads it all the same, so that no complaint reaches nobody.
   */
  async of({ mailbox, request }: StandingMailbox): Promise<readonly string[]> {
    const holders = mailbox.caseId === null ? [] : await this.wishes.concerned(mailbox.caseId);
    const concerned = new Set([...holders, ...(request?.deciders ?? [])]);
    const all = await this.people.inRoles(READERS);
    const free = all.filter((id) => !concerned.has(id));
    return free.length > 0 ? free : this.people.inRoles(['SECURITY_OFFICER']);
  }

  async seal(id: string, personIds: readonly string[], text: string) {
    return this.sealing.seal(personIds, complaintCell(id), { text });
  }

  async tell(now: StandingMailbox, personIds: readonly string[]): Promise<void> {
    await this.news.tell('COMPLAINT_MADE', { ...now.mailbox, caseId: null, requestId: null });
    await this.news.ask(personIds);
  }
}

/** Where a copy belongs. */
export function complaintCell(id: string) {
  return { table: 'complaint_copy', column: 'sealed', rowId: id, revision: 1 };
}

/**
 * A family complains, about a refusal or about somebody who helps. It is sealed by name to people who had nothing to do with
 * it, so that no key of the case or of the inbox opens it. NOT_FOUND once the mailbox is closed.
 */
@Injectable()
export class Complaining {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: MailboxStanding,
    private readonly readers: ComplaintReaders,
    private readonly complaints: ComplaintRepository,
    private readonly ground: WriterGround,
  ) {}

  execute(
    { visit, actId }: FamilyAct,
    kind: ComplaintKind,
    text: string,
  ): Promise<Result<void, DomainError>> {
    const scope = familyOf(visit.organizationId);
    return this.unitOfWork.run(scope, async () => {
      const now = await this.standing.lock(visit.mailboxId);
      if (now === null) return err(notFound());
      const personIds = await this.readers.of(now);
      const copies = await this.readers.seal(actId, personIds, text);
      const madeOn = await this.ground.today();
      const dueOn = addDays(madeOn, COMPLAINT_DAYS);
      const complaint = { id: actId, mailboxId: now.mailbox.id, kind, madeOn, dueOn };
      if (await this.complaints.add(complaint, copies)) await this.readers.tell(now, personIds);
      return ok();
    });
  }
}
