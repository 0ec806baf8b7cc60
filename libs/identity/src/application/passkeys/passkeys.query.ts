import { Injectable } from '@nestjs/common';
import type { PasskeyRow } from '../../infrastructure/passkey.entity.js';
import { PasskeyRepository } from '../../infrastructure/passkey.repository.js';

/** A passkey as its person sees it; days in UTC. */
export interface PasskeyView {
  readonly id: string;
  readonly enrolledOn: string;
  readonly lastUsedOn: string | null;
}

/** Lists the passkeys of whoever asks. */
@Injectable()
export class PasskeysQuery {
  constructor(private readonly passkeys: PasskeyRepository) {}

  /** Oldest first; at most five. */
  async mine(): Promise<readonly PasskeyView[]> {
    return (await this.passkeys.mine()).map(toPasskeyView);
  }
}

/** What of a row is shown. */
export function toPasskeyView({ id, enrolledOn, lastUsedOn }: PasskeyRow): PasskeyView {
  return { id, enrolledOn, lastUsedOn };
}
