import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, StartupError, type AppConfig } from '@kinward/platform';

const PUBLIC_KEY_BYTES = 32;

interface PinnedSettings {
  readonly trusteeKeys?: readonly string[];
  readonly recoveryKeys?: Readonly<Record<string, string>>;
}

/**
 * Public keys that stand in configuration (environment or KINWARD_HOME/config.json) and never in the
 * database, where whoever can write could exchange them (security.md § 8.3, 8.8).
 */
@Injectable()
export class PinnedKeys {
  private settings: PinnedSettings;

  constructor(
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'home' | 'trusteeKeys'>,
  ) {
    this.settings = readSettings(this.file);
    this.check();
  }

  /** Ed25519 public keys of the trustees; without any, nobody counts as certified. */
  get trustees(): readonly Buffer[] {
    const texts = this.config.trusteeKeys ?? this.settings.trusteeKeys ?? [];
    return texts.map((text) => decodeKey(text));
  }

  /** X25519 public key to which an organisation's case keys are also sealed (decision 3). */
  recoveryKeyOf(organizationId: string): Buffer | null {
    const text = this.settings.recoveryKeys?.[organizationId];
    return text === undefined ? null : decodeKey(text);
  }

  /** Pins the trustees' keys. */
  pinTrustees(publicKeys: readonly Buffer[]): void {
    this.write({ trusteeKeys: publicKeys.map((key) => key.toString('base64')) });
  }

  /** Pins an organisation's recovery key. */
  pinRecoveryKey(organizationId: string, publicKey: Buffer): void {
    const recoveryKeys = { ...this.settings.recoveryKeys };
    recoveryKeys[organizationId] = publicKey.toString('base64');
    this.write({ recoveryKeys });
  }

  private get file(): string {
    return join(this.config.home, 'config.json');
  }

  private write(change: PinnedSettings): void {
    this.settings = { ...this.settings, ...change };
    mkdirSync(this.config.home, { recursive: true, mode: 0o700 });
    const draft = `${this.file}.new`;
    writeFileSync(draft, `${JSON.stringify(this.settings, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, this.file);
  }

  /** A wrong entry is found at start and not at the first grant. */
  private check(): void {
    for (const key of this.trustees) void key;
    for (const text of Object.values(this.settings.recoveryKeys ?? {})) decodeKey(text);
  }
}

function decodeKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length === PUBLIC_KEY_BYTES) return key;
  throw new StartupError(
    'One of the pinned trustee or recovery keys is not a public key in base64.',
  );
}

function readSettings(file: string): PinnedSettings {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PinnedSettings;
  } catch {
    throw new StartupError(`${file} is not valid JSON.`);
  }
}
