import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@kinward/cases';
import { CHANNEL_CLASSES } from '@kinward/jurisdictions';
import { NeedMoney } from '@kinward/needs';
import type { DisbursementFacts } from '../domain/disbursement-guards.js';
import { FreezeRepository } from '../infrastructure/freeze.repository.js';
import { GroundRepository } from '../infrastructure/ground.repository.js';
import { SignatureRepository, type Signature } from '../infrastructure/signature.repository.js';
import { DeliveryCheck } from './delivery-check.js';
import type { LockedDisbursement } from './disbursement-desk.js';

/** Reads what the guards look at, under the locks. What an act does not ask about is said by the act. */
@Injectable()
export class DisbursementFactsReader {
  constructor(
    private readonly signatures: SignatureRepository,
    private readonly freezes: FreezeRepository,
    private readonly ground: GroundRepository,
    private readonly needs: NeedMoney,
    private readonly delivery: DeliveryCheck,
    private readonly cases: CaseAccess,
  ) {}

  async read(
    { row, need }: LockedDisbursement,
    actorId: string | null,
    stated: Partial<DisbursementFacts> = {},
  ): Promise<DisbursementFacts> {
    const signatures = await this.signatures.of(row.id);
    const settings = await this.ground.settings();
    const { pack } = await this.cases.ground();
    const channel = pack.channelClasses.find((entry) => entry.code === row.channelClass);
    const rule = await this.ruleNow({ row, need });
    return {
      needIsFunded: ['FUNDED', 'IN_DELIVERY'].includes(need.state),
      openWarnings: row.warnings.filter((warning) => !row.acknowledged.includes(warning)),
      isFrozen: await this.freezes.isFrozen(row.id),
      caseIsLive: this.needs.requireLiveCase(need).ok,
      rule,
      reason: null,
      actorId,
      makerIds: signatures.filter((one) => one.act === 'MADE').map((one) => one.personId),
      approverIds: validOf(signatures, row.version, 'APPROVED'),
      approvalsRequired: row.approvalsRequired,
      // Who cleared a way that was watched did not clear one that is blocked by now.
      isCleared:
        validOf(signatures, row.version, 'CLEARED').length > 0 &&
        (rule !== 'B' || row.clearance === 'B'),
      hasInterest: actorId === null ? null : await this.signatures.interestOf(row.id, actorId),
      approverMayRelease: settings.approverMayRelease,
      involvedIds: [],
      travels: channel?.travels === true,
      deliveredMinor: row.deliveredMinor,
      evidenceSuffices: false,
      isWaived: false,
      hasReference: false,
      isResent: false,
      ...stated,
    };
  }

  /** The rule as it stands now, with what needs no key; a way that no longer exists counts as blocked. */
  private async ruleNow({ row, need }: LockedDisbursement): Promise<'A' | 'S' | 'B'> {
    const channelClass = CHANNEL_CLASSES.find((one) => one === row.channelClass);
    if (channelClass === undefined) return 'B';
    const { pack } = await this.cases.ground();
    const way = { channelClass, recipient: row.recipient };
    const { rule } = await this.delivery.answer(pack, need, way, false);
    if (rule === '-' || rule === 'B') return 'B';
    // What was sealed (a person on a list) was seen when the draft was made, and stays seen.
    return row.clearance === 'A' ? rule : row.clearance;
  }
}

/** People whose signature of this kind counts under a version. */
export function validOf(
  signatures: readonly Signature[],
  version: number,
  act: Signature['act'],
): string[] {
  return signatures
    .filter((one) => one.act === act && one.version === version && one.voidedAt === null)
    .map((one) => one.personId);
}
