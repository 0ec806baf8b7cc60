import { Inject, Injectable } from '@nestjs/common';
import { err, type Clock, type IntegrityError, type Result } from '@kinward/kernel';
import { CLOCK, UnitOfWork } from '@kinward/platform';
import { verifyCertificate, type CertifiedPerson } from '../domain/keys/certificate.js';
import { decodeCertificate } from '../domain/keys/certificate-encoding.js';
import { PinnedKeys } from './pinned-keys.js';

/** Why a person counts as uncertified; for alarms and for the desk, never a secret. */
export interface CertificateProblem extends IntegrityError {
  readonly alert: string;
}

/** Somebody whose certificate ends at that moment, or has ended. */
export interface EndingCertificate {
  readonly personId: string;
  readonly endsAt: Date;
}

/** Before any certificate: a check by this clock asks who signed, and not whether it still holds. */
const WHENEVER = new Date(0);

interface CertificateRow {
  person_id: string;
  public_encryption_key: Buffer;
  public_signing_key: Buffer;
  certificate: Buffer | null;
}

/** The certified public keys of people: the only source from which grants may be sealed or checked. */
@Injectable()
export class CertificateRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pinned: PinnedKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Verified claims by person id; a person without a row here is absent. One statement. */
  async byIds(
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, Result<CertifiedPerson, CertificateProblem>>> {
    const rows = await this.unitOfWork.query<CertificateRow>(
      `SELECT person_id, public_encryption_key, public_signing_key, certificate
       FROM credential WHERE person_id = ANY($1)`,
      [personIds],
    );
    const now = this.clock.now();
    return new Map(rows.map((row) => [row.person_id, this.verify(row, now)]));
  }

  /** Certificates of people with an account that end before a moment, whoever they are checked for. One statement. */
  async endingBefore(until: Date): Promise<readonly EndingCertificate[]> {
    const rows = await this.unitOfWork.query<CertificateRow>(
      `SELECT c.person_id, c.public_encryption_key, c.public_signing_key, c.certificate
       FROM credential c JOIN person p ON p.id = c.person_id
       WHERE c.organization_id = $1 AND c.certificate IS NOT NULL AND p.standing <> 'SUSPENDED'`,
      [this.unitOfWork.scope().organizationId],
    );
    return rows.flatMap((row) => {
      // Reading is cheap and checking is not: only what ends is checked.
      const endsAt =
        row.certificate === null ? null : decodeCertificate(row.certificate)?.claims.notAfter;
      if (endsAt == null || !(endsAt < until)) return [];
      return this.verify(row, WHENEVER).ok ? [{ personId: row.person_id, endsAt }] : [];
    });
  }

  /** A person's certificate as it is stored, to be shown to another organisation; null for somebody without one. */
  async bytesOf(personId: string): Promise<Buffer | null> {
    const [row] = await this.unitOfWork.query<{ certificate: Buffer | null }>(
      'SELECT certificate FROM credential WHERE person_id = $1',
      [personId],
    );
    return row?.certificate ?? null;
  }

  /** Checks a certificate that somebody of another organisation showed; the keys are those it names. */
  presented(personId: string, certificate: Buffer): Result<CertifiedPerson, CertificateProblem> {
    const decoded = decodeCertificate(certificate);
    if (decoded === null) return err({ kind: 'INTEGRITY', alert: 'MALFORMED' });
    const { publicKeys } = decoded.claims;
    const trusteePublicKeys = this.pinned.trustees;
    const now = this.clock.now();
    return verifyCertificate({ certificate, personId, publicKeys, trusteePublicKeys, now });
  }

  /** Stores a certificate that two trustees signed. */
  async store(personId: string, certificate: Buffer): Promise<void> {
    await this.unitOfWork.execute('UPDATE credential SET certificate = $2 WHERE person_id = $1', [
      personId,
      certificate,
    ]);
  }

  private verify(row: CertificateRow, now: Date): Result<CertifiedPerson, CertificateProblem> {
    if (row.certificate === null) return err({ kind: 'INTEGRITY', alert: 'UNCERTIFIED' });
    return verifyCertificate({
      certificate: row.certificate,
      personId: row.person_id,
      publicKeys: { encryption: row.public_encryption_key, signing: row.public_signing_key },
      trusteePublicKeys: this.pinned.trustees,
      now,
    });
  }
}
