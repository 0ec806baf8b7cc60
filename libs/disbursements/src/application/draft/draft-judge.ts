import { Injectable } from '@nestjs/common';
import { err, ok, refused, type DomainError, type Result } from '@kinward/kernel';
import type { NeedForMoney } from '@kinward/needs';
import { approvalsRequired } from '../../domain/approval-band.js';
import {
  duplicateWarnings,
  FAMILY_PERIOD_DAYS,
  samePeriodDays,
} from '../../domain/duplicate-warnings.js';
import { readEvidenceClass, type EvidenceClass } from '../../domain/evidence.js';
import { DisbursementRepository } from '../../infrastructure/disbursement.repository.js';
import type { FundReservationRow } from '../../infrastructure/fund-reservation.entity.js';
import { FundReservationRepository } from '../../infrastructure/fund-reservation.repository.js';
import { DeliveryCheck } from '../delivery-check.js';
import { FundTerms } from '../fund-terms.js';
import type { OpenCase } from '@kinward/cases';
import type { CheckedContent } from './checked-content.js';

/** What the desk makes of a draft: everything that is computed while somebody may read (decision 6). */
export interface DraftJudgement {
  readonly clearance: 'A' | 'S' | 'B';
  readonly approvalsRequired: number;
  readonly requiredEvidence: EvidenceClass;
  readonly warnings: readonly string[];
  /** Identifiers of this payout can be seen inside the country. */
  readonly isVisibleInside: boolean;
}

export interface DraftGround {
  readonly file: OpenCase;
  readonly need: NeedForMoney;
  readonly reservation: FundReservationRow;
  /** The disbursement that is being changed, or null for a new one. */
  readonly disbursementId: string | null;
}

const DAY_MS = 86_400_000;

/** Judges a draft by delivery rules, fund rules, reservation and look-alikes. */
@Injectable()
export class DraftJudge {
  constructor(
    private readonly delivery: DeliveryCheck,
    private readonly terms: FundTerms,
    private readonly reservations: FundReservationRepository,
    private readonly disbursements: DisbursementRepository,
  ) {}

  /**
   * REFUSED with a hard block, `NO_SUCH_WAY`, `WAY_NOT_FOR_THIS_NEED`, a rule of the fund, `NEED_NOT_FUNDED`,
   * `RESERVATION_GONE`, `MORE_THAN_RESERVED`; INTEGRITY.
   */
  async judge(
    ground: DraftGround,
    content: CheckedContent,
  ): Promise<Result<DraftJudgement, DomainError>> {
    const { file, need, reservation } = ground;
    const listed = await this.delivery.someoneListed(file);
    if (!listed.ok) return listed;
    const answer = await this.delivery.answer(file.pack, need, content, listed.value);
    if (answer.hardBlock !== null) return err(refused(answer.hardBlock));
    const type = this.delivery.typeOf(file.pack, need);
    if (type !== null && !type.channels.includes(content.channelClass)) {
      return err(refused('WAY_NOT_FOR_THIS_NEED'));
    }
    if (answer.rule === '-') return err(refused('NO_SUCH_WAY'));
    const room = await this.checkMoney(ground, content);
    if (!room.ok) return room;
    const way = { ...need, channelClass: content.channelClass };
    const allowed = await this.terms.allowWay(reservation.fundId, way);
    if (!allowed.ok) return allowed;
    const isInside = !answer.place.startsWith('ABROAD') && isInCountry(file, need);
    const evidence = isInside ? type?.evidence.inCountry : type?.evidence.abroad;
    return ok({
      clearance: answer.rule,
      approvalsRequired: approvalsRequired(type?.ceilingMinor ?? 0n, need.amountMinor),
      requiredEvidence: readEvidenceClass(need.requiredEvidence ?? '') ?? evidence ?? 'E1',
      warnings: await this.warningsOf(ground, type),
      isVisibleInside: isInside,
    });
  }

  private async checkMoney(
    { need, reservation, disbursementId }: DraftGround,
    { amountMinor }: CheckedContent,
  ): Promise<Result<void, DomainError>> {
    if (!['FUNDED', 'IN_DELIVERY'].includes(need.state)) return err(refused('NEED_NOT_FUNDED'));
    if (reservation.state !== 'ACTIVE') return err(refused('RESERVATION_GONE'));
    const spoken = await this.reservations.spokenFor(reservation.id, disbursementId);
    return amountMinor + spoken > reservation.amountMinor
      ? err(refused('MORE_THAN_RESERVED'))
      : ok();
  }

  private async warningsOf(
    { file, need, disbursementId }: DraftGround,
    type: ReturnType<DeliveryCheck['typeOf']>,
  ): Promise<readonly string[]> {
    const { today } = file.settings;
    const found = await this.disbursements.lookAlikes({
      needId: need.id,
      caseId: need.caseId,
      code: need.code,
      exceptId: disbursementId,
      sameCodeSince: daysBefore(today, samePeriodDays(type?.cadence ?? 'ONCE')),
      sameFamilySince: daysBefore(today, FAMILY_PERIOD_DAYS),
    });
    const { amountMinor: needAmountMinor } = need;
    const ceilingMinor = type?.ceilingMinor ?? 0n;
    return duplicateWarnings({ ...found, needAmountMinor, ceilingMinor });
  }
}

function isInCountry(file: OpenCase, need: NeedForMoney): boolean {
  return file.pack.regionClasses.find((entry) => entry.code === need.region)?.inCountry !== false;
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}
