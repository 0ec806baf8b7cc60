import { Inject, Injectable } from '@nestjs/common';
import { CertificateRepository, PinnedKeys, type CertifiedPerson } from '@kinward/identity';
import {
  err,
  integrity,
  ok,
  refused,
  type Clock,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { CLOCK, ID_GENERATOR, SecurityAlerts, type Actor } from '@kinward/platform';
import { generateCompartmentKeys, wipeCompartmentKeys } from '../domain/compartment-keys.js';
import { FIRST_EPOCH } from '../domain/envelope.js';
import { openGrant, sealGrant } from '../domain/grant.js';
import { KeyringStore } from '../infrastructure/keyring.store.js';
import { openJson, sealJson } from './sealed-json.js';

const SHRED_KEY_BYTES = 32;
const DAY_MS = 86_400_000;
const PURPOSE = 'CASE_TRANSFER';
const CELL = { table: 'case_transfer', column: 'sealed_parcel', revision: 1 } as const;

/** Something sealed by one person to one person of another organisation, under a key of its own. */
export interface Parcel {
  readonly keyId: string;
  readonly grantId: string;
  readonly grant: Buffer;
  readonly commitment: Buffer;
  readonly expiresAt: Date;
  readonly sealed: Buffer;
}

/** Somebody of either organisation, with a certificate that proves nothing before it is checked. */
export interface ParcelEnd {
  readonly personId: string;
  readonly organizationId: string;
  readonly certificate: Buffer;
}

/**
 * Parcels between organisations: a grant like any other, sealed to one certified person by name. The certificates travel
 * along, because neither side reads the people of the other; the trustees who signed them are pinned for the coalition.
 */
@Injectable()
export class ParcelSealing {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly pinned: PinnedKeys,
    private readonly keyring: KeyringStore,
    private readonly alerts: SecurityAlerts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** The actor's own certificate, as it is shown to the other side. REFUSED `NOT_CERTIFIED`; INTEGRITY. */
  async ownEnd(actor: Actor): Promise<Result<ParcelEnd, DomainError>> {
    const { personId, organizationId } = actor;
    const certificate = await this.certificates.bytesOf(personId);
    if (certificate === null) return err(refused('NOT_CERTIFIED'));
    const end = { personId, organizationId, certificate };
    const sound = this.check(end);
    return sound.ok ? ok(end) : sound;
  }

  /**
   * Seals a value to the receiver. Errors: INTEGRITY where a certificate fails; REFUSED `HOLDER_TIER`,
   * `GRANTER_MAY_NOT_GRANT`, `GRANTER_TIER`, `GRANT_EXPIRY`.
   * @param parcelId names the parcel for ever, also its key in the keyring
   */
  async seal(
    actor: Actor,
    order: {
      readonly parcelId: string;
      readonly from: ParcelEnd;
      readonly to: ParcelEnd;
      readonly days: number;
      readonly value: unknown;
    },
  ): Promise<Result<Parcel, DomainError>> {
    const { parcelId, from, to } = order;
    const granter = this.check(from);
    if (!granter.ok) return granter;
    const holder = this.check(to);
    if (!holder.ok) return holder;
    const keys = generateCompartmentKeys(this.place(parcelId, from, this.ids.next()));
    const fresh = this.ids.bytes(SHRED_KEY_BYTES);
    const shredKey = await this.keyring.keep(parcelId, 'SHRED', fresh);
    const now = this.clock.now();
    const granted = sealGrant({
      ...{ keys, shredKey, lockKey: null, purpose: PURPOSE, now },
      ...{ granter: granter.value, holder: holder.value, grantId: this.ids.next() },
      granterSigningKey: actor.keys.signingSecret(),
      expiresAt: new Date(now.getTime() + order.days * DAY_MS),
    });
    const sealed = granted.ok ? sealJson(keys, { ...CELL, rowId: parcelId }, order.value) : null;
    wipeCompartmentKeys(keys);
    if (!granted.ok) return granted;
    const { context, envelope } = granted.value;
    return ok({
      keyId: keys.compartment.compartmentId,
      grantId: context.grantId,
      grant: envelope,
      commitment: keys.commitment,
      expiresAt: context.expiresAt,
      sealed: sealed ?? Buffer.alloc(0),
    });
  }

  /** Opens what was sealed to the actor. REFUSED `ERASED` where its key is gone; INTEGRITY for everything that fails. */
  async open<Value>(
    actor: Actor,
    order: { readonly parcelId: string; readonly from: ParcelEnd; readonly parcel: Parcel },
  ): Promise<Result<Value, DomainError>> {
    const { parcelId, from, parcel } = order;
    const own = await this.ownEnd(actor);
    if (!own.ok) return own;
    const granter = this.check(from);
    if (!granter.ok) return granter;
    const holder = this.check(own.value);
    if (!holder.ok) return holder;
    const shredKey = (await this.keyring.find([parcelId])).get(parcelId);
    if (shredKey === undefined) return err(refused('ERASED'));
    const { commitment } = parcel;
    const opened = openGrant({
      row: {
        context: {
          ...{ grantId: parcel.grantId, epoch: FIRST_EPOCH, commitment, purpose: PURPOSE },
          ...{ holderId: actor.personId, granterId: from.personId, isLocked: false },
          compartment: this.place(parcelId, from, parcel.keyId),
          expiresAt: parcel.expiresAt,
        },
        envelope: parcel.grant,
      },
      granter: { certificate: from.certificate, publicKeys: granter.value.publicKeys },
      holder: { certificate: own.value.certificate, publicKeys: holder.value.publicKeys },
      holderSecretKeys: { encryption: actor.keys.encryptionSecret() },
      ...{ commitment, shredKey, lockKey: null, trusteePublicKeys: this.pinned.trustees },
      now: this.clock.now(),
    });
    if (!opened.ok) return this.alarm(opened.error.alert);
    const value = openJson<Value>(opened.value, { ...CELL, rowId: parcelId }, parcel.sealed);
    wipeCompartmentKeys(opened.value);
    return value.ok ? value : this.alarm('PARCEL');
  }

  /** The person behind a certificate, if the trustees say that it is this one, of this organisation. */
  private check(end: ParcelEnd): Result<CertifiedPerson, DomainError> {
    const person = this.certificates.presented(end.personId, end.certificate);
    if (!person.ok) return this.alarm(`CERTIFICATE_${person.error.alert}`);
    const isTheirs = person.value.organizationId === end.organizationId;
    return isTheirs ? ok(person.value) : this.alarm('CERTIFICATE_OF_ANOTHER_ORGANISATION');
  }

  private place(subjectId: string, { organizationId }: ParcelEnd, compartmentId: string) {
    return { kind: 'TRANSFER', organizationId, compartmentId, subjectId, tier: 'T0' } as const;
  }

  private alarm(cause: string) {
    const place = { subjectKind: 'CASE_TRANSFER', subjectId: null };
    this.alerts.raise({ kind: 'INTEGRITY', cause, ...place });
    return err(integrity());
  }
}
