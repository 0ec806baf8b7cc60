import { Inject, Injectable } from '@nestjs/common';
import { CertificateRepository, mayHoldT0 } from '@kinward/identity';
import {
  err,
  integrity,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, SecurityAlerts, type Actor } from '@kinward/platform';
import {
  AccessGranting,
  CompartmentCreation,
  KeyOpener,
  openJson,
  type AccessOrder,
  type Cell,
  type CompartmentKeys,
  type Tier,
} from '@kinward/vault';

export type PaperKind = 'SHEET' | 'INSTRUCTION' | 'EVIDENCE';

export interface PaperOrder {
  readonly kind: PaperKind;
  readonly tier: Tier;
  readonly purpose: AccessOrder['purpose'];
  readonly holderIds: readonly string[];
  /** Shut until somebody else opens the lock (decision 2). */
  readonly isLocked: boolean;
}

/** A new compartment with one paper in it. */
export interface NewPaper {
  readonly subjectId: string;
  readonly keys: CompartmentKeys;
}

/** One kind of paper in a compartment of its own, opened by few (decision 5). Whoever makes it can open it, too. */
@Injectable()
export class PaperSealing {
  constructor(
    private readonly creation: CompartmentCreation,
    private readonly granting: AccessGranting,
    private readonly opener: KeyOpener,
    private readonly certificates: CertificateRepository,
    private readonly alerts: SecurityAlerts,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /**
   * Makes a compartment and seals its key to the holders who may have one. REFUSED with what the vault refuses, or
   * `NOBODY_CAN_OPEN_IT` when nobody but its maker could.
   */
  async create(actor: Actor, order: PaperOrder): Promise<Result<NewPaper, DomainError>> {
    const { kind, tier, purpose, isLocked } = order;
    const holderIds = await this.eligible(order.holderIds, actor.personId);
    if (holderIds.length === 0) return err(refused('NOBODY_CAN_OPEN_IT'));
    const subjectId = this.ids.next();
    const created = await this.creation.create(actor, { kind, subjectId, tiers: [tier], purpose });
    if (!created.ok) return created;
    const keys = created.value.of(subjectId, tier);
    if (keys === null) throw new Error('a compartment without its keys');
    const grant = { subjectId, tiers: [tier], purpose, expiresAt: null, isLocked };
    for (const holderId of holderIds) {
      const granted = await this.granting.grant(actor, { ...grant, holderId, subjectKind: kind });
      if (!granted.ok) return granted;
    }
    return ok({ subjectId, keys });
  }

  /** Takes the maker's own key away: for papers that not even they may open again. */
  async forget(actor: Actor, kind: PaperKind, subjectId: string): Promise<void> {
    await this.granting.revoke(subjectId, actor.personId, kind);
  }

  /** Whether the actor holds the key of a paper. */
  async canOpen(
    actor: Actor,
    subjectId: string,
    tier: Tier,
  ): Promise<Result<boolean, DomainError>> {
    const opened = await this.opener.open(actor, [subjectId]);
    return opened.ok ? ok(opened.value.of(subjectId, tier) !== null) : opened;
  }

  /** The paper, or null for somebody without its key. INTEGRITY, with an alarm, when it fails its checks. */
  async open<Paper>(
    actor: Actor,
    place: { readonly subjectId: string; readonly tier: Tier; readonly cell: Cell },
    envelope: Buffer,
  ): Promise<Result<Paper | null, DomainError>> {
    const opened = await this.opener.open(actor, [place.subjectId]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(place.subjectId, place.tier);
    if (keys === null) return ok(null);
    const paper = openJson<Paper>(keys, place.cell, envelope);
    if (paper.ok) return paper;
    const { table, rowId: subjectId } = place.cell;
    const subjectKind = table.toUpperCase();
    this.alerts.raise({ kind: 'INTEGRITY', cause: 'SEALED_FIELD', subjectKind, subjectId });
    return err(integrity());
  }

  /** People past probation with a certificate that holds; the maker has a key already. */
  private async eligible(personIds: readonly string[], makerId: string): Promise<string[]> {
    const others = personIds.filter((id) => id !== makerId);
    const certified = await this.certificates.byIds(others);
    return others.filter((id) => {
      const person = certified.get(id);
      return person?.ok === true && mayHoldT0(person.value.level);
    });
  }
}
