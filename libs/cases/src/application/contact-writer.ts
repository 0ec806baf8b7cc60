import { Inject, Injectable } from '@nestjs/common';
import type { IdGenerator } from '@kinward/kernel';
import { ID_GENERATOR, UnitOfWork } from '@kinward/platform';
import { sealJson, type CompartmentKeys } from '@kinward/vault';
import type { AttemptStory, ChannelLocator, ConsentWording } from '../domain/sealed-contents.js';
import {
  ConsentRow,
  ContactAttemptRow,
  ContactChannelRow,
} from '../infrastructure/contact.entity.js';
import type { OpenCase } from './case-access.js';

type OfCase = 'id' | 'organizationId' | 'caseId' | 'sealedT0' | 'sealedT1' | 'version';

/** Seals and stores new rows about contact and consent. The contents must be checked. */
@Injectable()
export class ContactWriter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** A new channel; where it leads is identity, so it is sealed under the key of that tier. */
  async addChannel(
    { row }: OpenCase,
    identity: CompartmentKeys,
    channel: Omit<ContactChannelRow, OfCase>,
    locator: ChannelLocator,
  ): Promise<string> {
    const id = this.ids.next();
    const cell = { table: 'contact_channel', column: 'sealed_t0', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(ContactChannelRow, {
      ...channel,
      id,
      organizationId: row.organizationId,
      caseId: row.id,
      sealedT0: sealJson(identity, cell, locator),
    });
    return id;
  }

  async addAttempt(
    { row, story: keys }: OpenCase,
    attempt: Omit<ContactAttemptRow, OfCase>,
    story: AttemptStory,
  ): Promise<string> {
    const id = this.ids.next();
    const cell = { table: 'contact_attempt', column: 'sealed_t1', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(ContactAttemptRow, {
      ...attempt,
      id,
      organizationId: row.organizationId,
      caseId: row.id,
      sealedT1: sealJson(keys, cell, story),
    });
    return id;
  }

  async addConsent(
    { row, story: keys }: OpenCase,
    consent: Omit<ConsentRow, OfCase>,
    wording: ConsentWording,
  ): Promise<string> {
    const id = this.ids.next();
    const cell = { table: 'consent', column: 'sealed_t1', rowId: id, revision: 1 };
    const manager = await this.unitOfWork.manager();
    await manager.insert(ConsentRow, {
      ...consent,
      id,
      organizationId: row.organizationId,
      caseId: row.id,
      sealedT1: sealJson(keys, cell, wording),
    });
    return id;
  }
}
