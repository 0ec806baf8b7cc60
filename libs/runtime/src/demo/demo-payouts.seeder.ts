import { Injectable } from '@nestjs/common';
import {
  CloseDisbursementUseCase,
  ConfirmReceiptUseCase,
  DecideApprovalUseCase,
  DecideSecurityUseCase,
  DeclareInterestUseCase,
  DraftDisbursementUseCase,
  FreezeDisbursementsUseCase,
  IssueReceiptWordUseCase,
  RecordEvidenceUseCase,
  RecordOutcomeUseCase,
  ReleaseDisbursementUseCase,
  SubmitDisbursementUseCase,
} from '@kinward/disbursements';
import type { Actor } from '@kinward/platform';
import { DemoActors } from './demo-actors.js';
import type { DemoNeed, DemoPayout, DemoPayoutStep } from './demo-need.js';
import { DemoScene } from './demo-scene.js';

/** A payout on its way, as its draft left it. */
interface PayoutOnItsWay {
  readonly disbursementId: string;
  readonly version: number;
  readonly warnings: string;
}

/** What is paid, of a need. */
type PaidNeed = Pick<DemoNeed, 'channelClass' | 'minorUnits' | 'payouts'>;

/** The way of a payout that goes well; the others leave it somewhere. */
const WAY: readonly DemoPayoutStep[] = [
  'DRAFT',
  'PENDING_SECURITY',
  'APPROVED',
  'RELEASED',
  'DELIVERED',
  'EVIDENCED',
  'RECONCILED',
];

const WHOLE = {
  ...{ evidenceClass: 'E4', what: 'MEDICAL_PAPER' },
  text: 'Demo-document of the centre: ten sessions were held.',
};
const BILL = {
  ...{ evidenceClass: 'E3', what: 'RECEIPT' },
  text: 'Demo-document of the camp: paid for ten days.',
};
type Paper = typeof WHOLE;

/** After which step of the way a payout leaves it. */
const LEAVES_AFTER: Readonly<Partial<Record<DemoPayoutStep, DemoPayoutStep>>> = {
  CANCELLED: 'DRAFT',
  PENDING_APPROVAL: 'PENDING_SECURITY',
  BLOCKED: 'PENDING_SECURITY',
  REJECTED: 'PENDING_SECURITY',
  FROZEN: 'APPROVED',
  IN_TRANSIT: 'RELEASED',
  FAILED: 'RELEASED',
  RETURNED: 'RELEASED',
  LOST_OR_SEIZED: 'RELEASED',
  DISPUTED: 'DELIVERED',
};

/** Why, by the state it ends in. */
const REASONS: Readonly<Partial<Record<DemoPayoutStep, string>>> = {
  CANCELLED: 'FAMILY_ASKED',
  BLOCKED: 'UNSAFE_NOW',
  REJECTED: 'QUOTE_MISSING',
  FROZEN: 'PARTNER_DETAINED',
  FAILED: 'BANK_REFUSED',
  RETURNED: 'SENT_BACK',
  LOST_OR_SEIZED: 'SEIZED_IN_SEARCH',
  DISPUTED: 'FAMILY_SAYS_NO',
};

/** Pays the demonstration's needs as far as their stories tell, with the signatures of four people. */
@Injectable()
export class DemoPayoutsSeeder {
  constructor(
    private readonly scene: DemoScene,
    private readonly actors: DemoActors,
  ) {}

  async tell(need: PaidNeed, reservationId: string, caseworker: Actor): Promise<void> {
    for (const payout of need.payouts ?? []) {
      const drafted = await this.draft(need, payout, reservationId, caseworker);
      const last = LEAVES_AFTER[payout.until] ?? payout.until;
      for (const step of WAY.slice(1, WAY.indexOf(last) + 1)) {
        await this.take(step, drafted, { payout, caseworker });
      }
      if (last !== payout.until) await this.leave(payout, drafted, caseworker);
    }
  }

  private draft(
    need: PaidNeed,
    payout: DemoPayout,
    reservationId: string,
    caseworker: Actor,
  ): Promise<PayoutOnItsWay> {
    const minorUnits = payout.minorUnits ?? need.minorUnits;
    return this.scene.act(caseworker, () =>
      this.scene.get(DraftDisbursementUseCase).execute(caseworker, {
        reservationId,
        amount: { minorUnits, currency: 'EUR' },
        channelClass: need.channelClass,
        recipient: payout.recipient ?? null,
        sheet: { reason: 'Demo-reason: asked for and checked.', quote: 'Demo-quote' },
        instruction: { payee: 'Demo-Payee', account: 'Demo-Account', pickUpWord: null, note: null },
        counterparties: payout.courier ? [{ kind: 'COURIER_ACCOUNT', value: payout.courier }] : [],
        hasInterest: false,
      }),
    );
  }

  private async take(
    step: DemoPayoutStep,
    { disbursementId, version, warnings }: PayoutOnItsWay,
    { payout, caseworker }: { readonly payout: DemoPayout; readonly caseworker: Actor },
  ): Promise<void> {
    switch (step) {
      case 'PENDING_SECURITY': {
        const acknowledgedWarnings = warnings.split(',').filter((code) => code !== '');
        await this.scene.act(caseworker, () =>
          this.scene
            .get(SubmitDisbursementUseCase)
            .execute(caseworker, { disbursementId, version, acknowledgedWarnings }),
        );
        return;
      }
      case 'APPROVED':
        if (payout.isClearedBySecurity === true) await this.clear({ disbursementId, version });
        await this.approve('coordinator', { disbursementId, version });
        if (payout.isApprovedByTwo !== true) return;
        await this.approve('coordinator-two', { disbursementId, version });
        return;
      case 'RELEASED': {
        const finance = await this.declared('finance-officer', disbursementId);
        const commandKey = this.scene.commandKey();
        await this.scene.act(finance, () =>
          this.scene
            .get(ReleaseDisbursementUseCase)
            .execute(finance, { commandKey, disbursementId, version }),
        );
        return;
      }
      case 'DELIVERED':
        return this.record(caseworker, disbursementId, 'DELIVER', null);
      case 'EVIDENCED':
        if (payout.isDocumented === true) return this.document(caseworker, disbursementId, WHOLE);
        if (payout.hasReceipt === true) return this.document(caseworker, disbursementId, BILL);
        return this.confirm(caseworker, disbursementId);
      case 'RECONCILED': {
        const finance = await this.actors.as('finance-officer');
        const reference = `DEMO-BANK/${String(parseInt(disbursementId.slice(-6), 16))}`;
        await this.scene.act(finance, () =>
          this.scene
            .get(CloseDisbursementUseCase)
            .reconcile(finance, { disbursementId, reference }),
        );
        return;
      }
      default:
        throw new Error(`no payout goes on to ${step}`);
    }
  }

  private async leave(
    { until, courier }: DemoPayout,
    { disbursementId, version }: PayoutOnItsWay,
    caseworker: Actor,
  ): Promise<void> {
    const reasonCode = REASONS[until] ?? '';
    const close = this.scene.get(CloseDisbursementUseCase);
    const officer = await this.actors.as('security-officer');
    switch (until) {
      case 'PENDING_APPROVAL':
        // It is there already: the way was clear without anybody's word.
        return;
      case 'CANCELLED':
        await this.scene.act(caseworker, () =>
          close.cancel(caseworker, { disbursementId, reasonCode }),
        );
        return;
      case 'DISPUTED':
        await this.scene.act(caseworker, () =>
          close.dispute(caseworker, { disbursementId, reasonCode }),
        );
        return;
      case 'IN_TRANSIT':
        await this.scene.act(caseworker, () => close.send(caseworker, disbursementId));
        return;
      case 'BLOCKED':
        await this.scene.act(officer, () =>
          this.scene
            .get(DecideSecurityUseCase)
            .execute(officer, { disbursementId, version, cleared: false, reasonCode }),
        );
        return;
      case 'REJECTED': {
        const coordinator = await this.actors.as('coordinator');
        await this.scene.act(coordinator, () =>
          this.scene
            .get(DecideApprovalUseCase)
            .reject(coordinator, { disbursementId, version, reasonCode }),
        );
        return;
      }
      case 'FROZEN': {
        const counterparty = { kind: 'COURIER_ACCOUNT', value: courier ?? '' };
        await this.scene.act(officer, () =>
          this.scene.get(FreezeDisbursementsUseCase).freeze(officer, { counterparty, reasonCode }),
        );
        return;
      }
      case 'FAILED':
        return this.record(caseworker, disbursementId, 'FAIL', reasonCode);
      case 'RETURNED':
        return this.record(caseworker, disbursementId, 'RETURN', reasonCode);
      case 'LOST_OR_SEIZED':
        return this.record(caseworker, disbursementId, 'LOSE', reasonCode);
      default:
        throw new Error(`no payout leaves its way for ${until}`);
    }
  }

  private async record(
    caseworker: Actor,
    disbursementId: string,
    outcome: 'DELIVER' | 'FAIL' | 'RETURN' | 'LOSE',
    reasonCode: string | null,
  ): Promise<void> {
    const commandKey = this.scene.commandKey();
    await this.scene.act(caseworker, () =>
      this.scene
        .get(RecordOutcomeUseCase)
        .execute(caseworker, { commandKey, disbursementId, outcome, reasonCode }),
    );
  }

  private async approve(
    key: string,
    payout: { readonly disbursementId: string; readonly version: number },
  ): Promise<void> {
    const approver = await this.declared(key, payout.disbursementId);
    await this.scene.act(approver, () =>
      this.scene.get(DecideApprovalUseCase).approve(approver, payout),
    );
  }

  private async clear(payout: Pick<PayoutOnItsWay, 'disbursementId' | 'version'>): Promise<void> {
    const officer = await this.declared('security-officer', payout.disbursementId);
    await this.scene.act(officer, () =>
      this.scene
        .get(DecideSecurityUseCase)
        .execute(officer, { ...payout, cleared: true, reasonCode: null }),
    );
  }

  /** The whole paper, sealed to the two who keep it; or of a bill what proves it, and nothing else. */
  private async document(caseworker: Actor, disbursementId: string, paper: Paper): Promise<void> {
    const { text, ...evidence } = paper;
    const document = Buffer.from(text).toString('base64');
    await this.scene.act(caseworker, () =>
      this.scene
        .get(RecordEvidenceUseCase)
        .execute(caseworker, { disbursementId, ...evidence, document }),
    );
  }

  /** The family says its word. */
  private async confirm(caseworker: Actor, disbursementId: string): Promise<void> {
    const { word } = await this.scene.act(caseworker, () =>
      this.scene.get(IssueReceiptWordUseCase).execute(caseworker, disbursementId),
    );
    const confirmed = await this.scene.get(ConfirmReceiptUseCase).execute(word, null);
    if (!confirmed.ok) throw new Error('the demonstration could not confirm a receipt');
  }

  /** Somebody who has said that they have no interest in it. */
  private async declared(key: string, disbursementId: string): Promise<Actor> {
    const actor = await this.actors.as(key);
    await this.scene.act(actor, () =>
      this.scene.get(DeclareInterestUseCase).execute(actor, { disbursementId, hasInterest: false }),
    );
    return actor;
  }
}
