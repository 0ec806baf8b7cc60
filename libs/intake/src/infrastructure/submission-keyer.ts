import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SERVER_KEYS, type ServerKeys } from '@kinward/platform';
import { canonicalContent, canonicalMembers } from '../domain/planning/canonical-content.js';
import type { SubmissionKeys } from '../domain/planning/inbox.js';
import type { RawSubmission } from '../domain/reading/raw-submission.js';

/** Keyed hashes under the server's key: a dump alone cannot tell whether somebody's submission is here. */
@Injectable()
export class SubmissionKeyer {
  constructor(@Inject(SERVER_KEYS) private readonly serverKeys: ServerKeys) {}

  /** A submission without an id is known by what it says. */
  keysOf(raw: RawSubmission): SubmissionKeys {
    const text = canonicalContent(raw);
    const members = canonicalMembers(raw);
    const id = raw.uuid ?? `without-id ${text}`;
    return {
      submission: this.hash('submission', id),
      root: this.hash('submission', raw.rootUuid ?? id),
      content: this.hash('content', `${id}\n${text}`),
      contentWithMembers:
        members === null ? null : this.hash('content', `${id}\n${text}\n${members}`),
    };
  }

  /** Key for the digest of a whole file. */
  fileKey(): Buffer {
    return Buffer.from(this.hash('file', ''), 'hex');
  }

  private hash(label: string, text: string): string {
    const mac = createHmac('sha256', this.serverKeys.lookup);
    return mac.update(`kinward/intake/v1/${label}\0${text}`).digest('hex');
  }
}
