/** What the desk asks an authenticator for; bytes in base64url. */
export interface PasskeyAsk {
  readonly challenge: string;
  readonly site: string;
  /** What the `prf` extension computes over. */
  readonly salt: string;
}

/** The same for a new passkey. */
export interface NewPasskeyAsk extends PasskeyAsk {
  readonly siteName: string;
  readonly userHandle: string;
  readonly known: readonly string[];
}

/** What every answer carries. */
interface PasskeyAnswer {
  readonly credentialId: string;
  readonly clientData: string;
  readonly secret: string;
}

const TIMEOUT_MS = 60_000;
/** COSE: EdDSA, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257] as const;

/** Whether this browser has passkeys, and the desk a name: they are never bound to a number. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
}

/** Makes a passkey that stays on this device. Null when its holder did not want to, or it has no `prf` extension. */
export async function makePasskey(
  ask: NewPasskeyAsk,
): Promise<(PasskeyAnswer & { readonly attestation: string }) | null> {
  const made = await attempt(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(ask.challenge),
        rp: { id: ask.site, name: ask.siteName },
        // The device lists it by this name: it says the page, not the person.
        user: { id: bytes(ask.userHandle), name: ask.siteName, displayName: ask.siteName },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: ask.known.map((id) => ({ type: 'public-key', id: bytes(id) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        timeout: TIMEOUT_MS,
        extensions: prfOver(ask),
      },
    }),
  );
  if (made === null) return null;
  const response = made.response as AuthenticatorAttestationResponse;
  // Some authenticators compute only when they are asked for an assertion.
  const secret = secretOf(made) ?? (await secretOfKnown(ask, made.rawId));
  if (secret === null) return null;
  return { ...answerOf(made, secret), attestation: text(response.attestationObject) };
}

/** Asks for a passkey of this site. Null when there is none, or its holder did not want to. */
export async function askPasskey(
  ask: PasskeyAsk,
): Promise<
  (PasskeyAnswer & { readonly authenticatorData: string; readonly signature: string }) | null
> {
  const found = await attempt(() => get(ask, []));
  const secret = found === null ? null : secretOf(found);
  if (found === null || secret === null) return null;
  const response = found.response as AuthenticatorAssertionResponse;
  return {
    ...answerOf(found, secret),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
  };
}

async function secretOfKnown(ask: PasskeyAsk, id: ArrayBuffer): Promise<string | null> {
  const found = await attempt(() => get(ask, [{ type: 'public-key', id }]));
  return found === null ? null : secretOf(found);
}

function get(
  ask: PasskeyAsk,
  allowCredentials: PublicKeyCredentialDescriptor[],
): Promise<Credential | null> {
  return navigator.credentials.get({
    publicKey: {
      challenge: bytes(ask.challenge),
      rpId: ask.site,
      allowCredentials,
      userVerification: 'required',
      timeout: TIMEOUT_MS,
      extensions: prfOver(ask),
    },
  });
}

/** A person who says no, a timeout and a device that cannot look the same to the page. */
async function attempt(way: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    return (await way()) as PublicKeyCredential | null;
  } catch {
    return null;
  }
}

function prfOver({ salt }: PasskeyAsk): AuthenticationExtensionsClientInputs {
  return { prf: { eval: { first: bytes(salt) } } };
}

function secretOf(credential: PublicKeyCredential): string | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  return first === undefined ? null : text(first);
}

function answerOf(credential: PublicKeyCredential, secret: string): PasskeyAnswer {
  return {
    credentialId: text(credential.rawId),
    clientData: text(credential.response.clientDataJSON),
    secret,
  };
}

function bytes(text64: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text64.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(source: BufferSource): string {
  const view =
    source instanceof ArrayBuffer
      ? new Uint8Array(source)
      : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const plain = Array.from(view, (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
