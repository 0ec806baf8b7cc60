import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import type { Actor } from '@kinward/platform';
import { sealJson } from '@kinward/vault';
import type { CaseIdentity } from '../../domain/sealed-contents.js';
import type { TransferParcel } from '../../domain/transfer-parcel.js';
import { CaseFileRepository } from '../../infrastructure/case-file.repository.js';
import { CaseNews } from '../case-news.js';
import { ContactWriter } from '../contact-writer.js';
import { NewFamily } from '../open-case/new-family.js';
import type { OpenedCase } from '../open-case/open-case.command.js';
import { ScreeningMove } from '../take-on-case/screening-move.js';
import { ArrivedCaseFile } from './arrived-case-file.js';

/** Writes a family that came from another organisation as a case of this one. */
@Injectable()
export class ArrivedFamily {
  constructor(
    private readonly files: ArrivedCaseFile,
    private readonly cases: CaseFileRepository,
    private readonly family: NewFamily,
    private readonly contacts: ContactWriter,
    private readonly move: ScreeningMove,
    private readonly news: CaseNews,
  ) {}

  async take(
    actor: Actor,
    arrival: {
      readonly caseId: string;
      readonly parcel: TransferParcel;
      readonly provocationCheckDone: boolean;
    },
  ): Promise<Result<OpenedCase, DomainError>> {
    const { caseId, parcel, provocationCheckDone } = arrival;
    const keys = await this.family.makeKeys(actor, caseId);
    if (!keys.ok) return keys;
    const written = await this.files.add(actor, caseId, keys.value.story, parcel);
    if (!written.ok) return written;
    const { opening, locked } = written.value;
    const step = { transition: 'START_SCREENING', reason: null, provocationCheckDone } as const;
    const outcome = await this.move.decide(actor, locked, step);
    if (!outcome.ok) return outcome;
    const moved = await this.move.apply(actor, locked, step, outcome.value);
    if (!moved.ok) return moved;
    const row = { ...locked.row, state: outcome.value.nextState, version: moved.value };
    // The way back to the old case, on the level of identities (domain.md C2).
    const link: CaseIdentity = { formerCodenames: [parcel.codename] };
    const cell = { table: 'case_file', column: 'sealed_t0', rowId: caseId, revision: 1 };
    await this.cases.change(row, { sealedT0: sealJson(keys.value.identity, cell, link) });
    await this.family.add(keys.value, opening);
    const { story, identity } = keys.value;
    for (const channel of parcel.channels) {
      // Whom the other organisation reached there, this one has still to find out.
      await this.contacts.addChannel(
        { ...locked, row, story, identity },
        identity,
        { trust: 'UNKNOWN' },
        channel,
      );
    }
    await this.news.tell('CASE_RECEIVED', caseId);
    return ok({ caseId, codename: row.codename });
  }
}
