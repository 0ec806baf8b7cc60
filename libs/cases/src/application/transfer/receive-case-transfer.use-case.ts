import { Inject, Injectable } from '@nestjs/common';
import { err, refused, type DomainError, type IdGenerator, type Result } from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { KeyErasing, ParcelSealing } from '@kinward/vault';
import type { TransferParcel } from '../../domain/transfer-parcel.js';
import {
  CaseTransferRepository,
  type CaseTransferRow,
} from '../../infrastructure/case-transfer.repository.js';
import type { OpenedCase } from '../open-case/open-case.command.js';
import { ArrivedFamily } from './arrived-family.js';
import { TransferDesk, type TransferReference } from './transfer-desk.js';

export interface ReceiveCaseTransferCommand extends TransferReference {
  /** Said by whoever takes the family on: it was asked whether this may be a provocation. */
  readonly provocationCheckDone: boolean;
}

/**
 * Takes a family on that was sent to the actor by name: a case of the own organisation under a new codename, in SCREENING,
 * with new keys of which the actor is the first holder. The parcel is destroyed. Errors: as of `TransferDesk.begin`;
 * REFUSED `NOT_YOUR_PARCEL`, `ERASED`, `PROVOCATION_CHECK_REQUIRED` and what opening a case refuses; INTEGRITY.
 */
@Injectable()
export class ReceiveCaseTransferUseCase {
  constructor(
    private readonly desk: TransferDesk,
    private readonly parcels: ParcelSealing,
    private readonly arrived: ArrivedFamily,
    private readonly transfers: CaseTransferRepository,
    private readonly erasing: KeyErasing,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  async execute(
    actor: Actor,
    command: ReceiveCaseTransferCommand,
  ): Promise<Result<OpenedCase, DomainError>> {
    const begun = await this.desk.begin(actor, command, 'RECEIVE');
    if (!begun.ok) return begun;
    const { row, today } = begun.value;
    if (row.receiverId !== actor.personId) return err(refused('NOT_YOUR_PARCEL'));
    const parcel = await this.open(actor, row);
    if (!parcel.ok) return parcel;
    const caseId = this.ids.next();
    const { provocationCheckDone } = command;
    const taken = await this.arrived.take(actor, {
      caseId,
      parcel: parcel.value,
      provocationCheckDone,
    });
    if (!taken.ok) return taken;
    await this.erasing.destroy([row.id]);
    await this.transfers.receive(row.id, today);
    await this.desk.tell('TRANSFER_RECEIVED', row.id);
    return taken;
  }

  private open(actor: Actor, row: CaseTransferRow): Promise<Result<TransferParcel, DomainError>> {
    return this.parcels.open<TransferParcel>(actor, {
      parcelId: row.id,
      from: {
        personId: row.senderId ?? '',
        organizationId: row.organizationId,
        certificate: row.senderCertificate ?? Buffer.alloc(0),
      },
      parcel: {
        keyId: row.parcelKeyId ?? '',
        grantId: row.parcelGrantId ?? '',
        grant: row.parcelGrant ?? Buffer.alloc(0),
        commitment: row.parcelCommitment ?? Buffer.alloc(0),
        expiresAt: row.parcelExpiresAt ?? new Date(0),
        sealed: row.sealedParcel ?? Buffer.alloc(0),
      },
    });
  }
}
