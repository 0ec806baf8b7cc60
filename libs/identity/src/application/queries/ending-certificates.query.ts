import { Injectable } from '@nestjs/common';
import {
  CertificateRepository,
  type EndingCertificate,
} from '../../infrastructure/certificate.repository.js';

/** Whose certificate ends soon: without a new one nobody may give them the key to anything (decision 14). */
@Injectable()
export class EndingCertificatesQuery {
  constructor(private readonly certificates: CertificateRepository) {}

  /**
   * People of my organisation with an account whose certificate ends before that moment or has ended. The moment is
   * read from what the trustees signed; a certificate they do not stand for is no duty but an alarm of whoever uses it.
   */
  before(until: Date): Promise<readonly EndingCertificate[]> {
    return this.certificates.endingBefore(until);
  }
}
