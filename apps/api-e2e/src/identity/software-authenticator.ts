import {
  createHash,
  createHmac,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { encode } from 'cborg';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const HAS_CREDENTIAL = 0x40;

/** What the desk asked for. */
export interface Asked {
  readonly challenge: string;
  readonly site: string;
  readonly salt: string;
}

interface Behaviour {
  readonly origin?: string;
  readonly isVerified?: boolean;
}

/** An authenticator in software: one credential on P-256, with a counter and the `prf` extension (WebAuthn § 6). */
export class SoftwareAuthenticator {
  readonly credentialId = randomBytes(32);

  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly prfKey = randomBytes(32);
  private counter = 0;

  constructor(private readonly isSynced = false) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = pair.privateKey;
    this.publicKey = pair.publicKey;
  }

  /** Answers `navigator.credentials.create`. */
  enrol(asked: Asked, behaviour: Behaviour = {}): Record<string, string> {
    const authData = Buffer.concat([
      this.data(asked.site, HAS_CREDENTIAL, behaviour),
      Buffer.alloc(16),
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      encode(this.coseKey()),
    ]);
    return {
      ...this.answer('webauthn.create', asked, behaviour),
      attestation: text(encode({ fmt: 'none', attStmt: {}, authData: new Uint8Array(authData) })),
    };
  }

  /** Answers `navigator.credentials.get`. */
  signIn(asked: Asked, behaviour: Behaviour = {}): Record<string, string> {
    this.counter += 1;
    const answer = this.answer('webauthn.get', asked, behaviour);
    const authData = this.data(asked.site, 0, behaviour);
    const clientData = Buffer.from(answer['clientData'] ?? '', 'base64url');
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    return {
      ...answer,
      authenticatorData: text(authData),
      signature: text(sign('sha256', signed, this.privateKey)),
    };
  }

  private answer(type: string, asked: Asked, { origin }: Behaviour): Record<string, string> {
    const said = { type, challenge: asked.challenge, origin: origin ?? 'http://localhost:3000' };
    return {
      credentialId: text(this.credentialId),
      clientData: text(Buffer.from(JSON.stringify(said))),
      secret: text(createHmac('sha256', this.prfKey).update(asked.salt).digest()),
    };
  }

  private data(site: string, more: number, { isVerified = true }: Behaviour): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags =
      USER_PRESENT |
      more |
      (isVerified ? USER_VERIFIED : 0) |
      (this.isSynced ? BACKUP_ELIGIBLE : 0);
    return Buffer.concat([
      createHash('sha256').update(site).digest(),
      Buffer.from([flags]),
      counter,
    ]);
  }

  /** RFC 9053 § 7.1: key type EC2, ES256, P-256, x, y. */
  private coseKey(): Map<number, unknown> {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
  }
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
