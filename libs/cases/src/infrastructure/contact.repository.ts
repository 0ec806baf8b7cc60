import { Injectable } from '@nestjs/common';
import { isUuid } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import type { ChannelTrust } from '../domain/contact-channel-trust.js';
import { ConsentRow, ContactChannelRow } from './contact.entity.js';

/** Channels and consents of a case that the present unit has locked. Opens nothing sealed. */
@Injectable()
export class ContactRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The channel, or null where this case has none of that id. */
  async findChannel(caseId: string, channelId: string): Promise<ContactChannelRow | null> {
    if (!isUuid(channelId)) return null;
    const manager = await this.unitOfWork.manager();
    return manager.findOneBy(ContactChannelRow, { id: channelId, caseId });
  }

  async changeTrust(channel: ContactChannelRow, trust: ChannelTrust): Promise<void> {
    if (channel.trust === trust) return;
    const manager = await this.unitOfWork.manager();
    const change = { trust, version: channel.version + 1 };
    await manager.update(ContactChannelRow, { id: channel.id }, change);
  }

  /** Every consent the family ever gave for a purpose, withdrawn and lapsed ones included. */
  async consentsFor(caseId: string, purpose: string): Promise<ConsentRow[]> {
    const manager = await this.unitOfWork.manager();
    return manager.findBy(ConsentRow, { caseId, purpose });
  }

  async withdraw(consent: ConsentRow, withdrawnOn: string): Promise<void> {
    const manager = await this.unitOfWork.manager();
    const change = { withdrawnOn, version: consent.version + 1 };
    await manager.update(ConsentRow, { id: consent.id }, change);
  }
}
