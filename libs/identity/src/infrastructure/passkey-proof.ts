import { Inject, Injectable } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { CLOCK, ID_GENERATOR, SERVER_KEYS, type ServerKeys } from '@kinward/platform';
import type { Clock, IdGenerator } from '@kinward/kernel';
import {
  createChallenge,
  readChallenge,
  type ChallengePurpose,
} from '../domain/passkeys/passkey-challenge.js';
import { PasskeyRealm } from './passkey-realm.js';
import type { StoredPasskey } from './passkey.repository.js';

const RANDOM_BYTES = 16;

/** What a browser answers to a challenge; each part as it came, in base64url. */
export interface PasskeyAnswer {
  readonly credentialId: string;
  readonly clientData: string;
}

/** A new passkey whose proof was right. */
export interface ProvenPasskey {
  readonly credentialId: Buffer;
  readonly authenticatorKey: Buffer;
  readonly signCount: number;
  readonly challengedAt: Date;
  /** Whether its maker copies it into an account elsewhere. */
  readonly leavesDevice: boolean;
}

/** Makes challenges and checks the answers of authenticators (WebAuthn Level 3). */
@Injectable()
export class PasskeyProof {
  constructor(
    private readonly realm: PasskeyRealm,
    @Inject(SERVER_KEYS) private readonly serverKeys: ServerKeys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** A fresh challenge, base64url. */
  challenge(purpose: ChallengePurpose): string {
    const random = this.ids.bytes(RANDOM_BYTES);
    const key = this.serverKeys.challenge;
    return createChallenge(key, purpose, random, this.clock.now()).toString('base64url');
  }

  /** Null for whatever is wrong with it. */
  async ofEnrolment(
    personId: string,
    answer: PasskeyAnswer & { readonly attestation: string },
  ): Promise<ProvenPasskey | null> {
    const asked = this.asked({ act: 'ENROL', personId }, answer.clientData);
    if (asked === null) return null;
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        ...asked.expected,
        response: {
          ...frame(answer.credentialId),
          response: { clientDataJSON: answer.clientData, attestationObject: answer.attestation },
        },
      });
      if (!verified) return null;
      const { id, publicKey, counter } = registrationInfo.credential;
      return {
        credentialId: Buffer.from(id, 'base64url'),
        authenticatorKey: Buffer.from(publicKey),
        signCount: counter,
        challengedAt: asked.at,
        leavesDevice: registrationInfo.credentialDeviceType === 'multiDevice',
      };
    } catch {
      // The library throws for everything a stranger can get wrong.
      return null;
    }
  }

  /** The counter and the time of the challenge; null for whatever is wrong with it. */
  async ofSignIn(
    passkey: StoredPasskey,
    answer: PasskeyAnswer & { readonly authenticatorData: string; readonly signature: string },
  ): Promise<{ readonly signCount: number; readonly challengedAt: Date } | null> {
    const asked = this.asked({ act: 'SIGN_IN', personId: null }, answer.clientData);
    if (asked === null) return null;
    const { clientData: clientDataJSON, authenticatorData, signature } = answer;
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...asked.expected,
        response: {
          ...frame(answer.credentialId),
          response: { clientDataJSON, authenticatorData, signature },
        },
        credential: {
          id: answer.credentialId,
          publicKey: new Uint8Array(passkey.authenticatorKey),
          counter: passkey.signCount,
        },
      });
      return verified ? { signCount: authenticationInfo.newCounter, challengedAt: asked.at } : null;
    } catch {
      return null;
    }
  }

  /** What the answer has to match: our own challenge, and a page of ours. */
  private asked(
    purpose: ChallengePurpose,
    clientData: string,
  ): { readonly at: Date; readonly expected: Expected } | null {
    const said = readClientData(clientData);
    const site = this.realm.site;
    if (said === null || site === null || !this.realm.takes(said.origin)) return null;
    const challenge = Buffer.from(said.challenge, 'base64url');
    const at = readChallenge(this.serverKeys.challenge, purpose, challenge, this.clock.now());
    if (at === null) return null;
    const expected = {
      expectedChallenge: said.challenge,
      expectedOrigin: said.origin,
      expectedRPID: site,
      requireUserVerification: true,
    };
    return { at, expected };
  }
}

interface Expected {
  readonly expectedChallenge: string;
  readonly expectedOrigin: string;
  readonly expectedRPID: string;
  readonly requireUserVerification: boolean;
}

function frame(id: string): {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: Record<string, never>;
} {
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
}

function readClientData(text: string): { challenge: string; origin: string } | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof said !== 'object' || said === null) return null;
    const { challenge, origin } = said as Record<string, unknown>;
    return typeof challenge === 'string' && typeof origin === 'string'
      ? { challenge, origin }
      : null;
  } catch {
    return null;
  }
}
