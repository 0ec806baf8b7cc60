import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import sodium from 'sodium-native';
import { err, ok, refused, type RefusedError, type Result } from '@kinward/kernel';
import { PinnedKeys } from '@kinward/identity';
import type { KnownOrganization } from './operator-directory.js';
import {
  makeRecoveryKey,
  makeTrusteeKey,
  prepareKeyFolder,
  writeKeyFile,
  type KeyFileKind,
  type KeyPair,
} from './trustee-key-file.js';

export interface InitKeysCommand {
  readonly trustees: number;
  /** Organisations that get a recovery key. */
  readonly organizations: readonly KnownOrganization[];
  /** Folder for the secret halves, which are kept nowhere else. */
  readonly folder: string;
}

export interface WrittenKeys {
  readonly trusteeFiles: readonly string[];
  readonly recoveryFiles: readonly string[];
}

interface NewKey {
  readonly file: string;
  readonly kind: KeyFileKind;
  readonly pair: KeyPair;
}

/**
 * The first real use (decision 14): key pairs for the trustees and a recovery key pair for each organisation. The
 * secret halves are on disk before the public ones are pinned, so that no key is ever pinned whose secret half
 * is lost. Errors: REFUSED with `KEYS_ALREADY_PINNED` or `KEY_FILE_EXISTS`; nothing was changed then.
 */
@Injectable()
export class InitKeysUseCase {
  constructor(private readonly pinned: PinnedKeys) {}

  execute(command: InitKeysCommand): Result<WrittenKeys, RefusedError> {
    if (this.pinned.trustees.length > 0) return err(refused('KEYS_ALREADY_PINNED'));
    return this.make(command);
  }

  /** A recovery key for an organisation that came later; the trustees stay who they are. */
  addOrganization(command: Omit<InitKeysCommand, 'trustees'>): Result<WrittenKeys, RefusedError> {
    const isPinned = command.organizations.some(({ id }) => this.pinned.recoveryKeyOf(id) !== null);
    if (isPinned) return err(refused('KEYS_ALREADY_PINNED'));
    return this.make({ ...command, trustees: 0 });
  }

  private make(command: InitKeysCommand): Result<WrittenKeys, RefusedError> {
    const { folder, organizations } = command;
    const trustees = Array.from({ length: command.trustees }, (_, index): NewKey => {
      const file = join(folder, `trustee-${String(index + 1)}.key`);
      return { file, kind: 'kinward/trustee-key/v1', pair: makeTrusteeKey() };
    });
    const recoveries = organizations.map(({ code }): NewKey => {
      const file = join(folder, `recovery-${code}.key`);
      return { file, kind: 'kinward/recovery-key/v1', pair: makeRecoveryKey() };
    });
    const keys = [...trustees, ...recoveries];
    try {
      if (!writeAll(folder, keys)) return err(refused('KEY_FILE_EXISTS'));
    } finally {
      for (const { pair } of keys) sodium.sodium_memzero(pair.secretKey);
    }
    if (trustees.length > 0) this.pinned.pinTrustees(trustees.map(({ pair }) => pair.publicKey));
    organizations.forEach(({ id }, index) => {
      const pair = recoveries[index]?.pair;
      if (pair !== undefined) this.pinned.pinRecoveryKey(id, pair.publicKey);
    });
    return ok({
      trusteeFiles: trustees.map(({ file }) => file),
      recoveryFiles: recoveries.map(({ file }) => file),
    });
  }
}

/** All of them or none; false where one of the files is there already. */
function writeAll(folder: string, keys: readonly NewKey[]): boolean {
  const written: string[] = [];
  try {
    prepareKeyFolder(folder);
    for (const { file, kind, pair } of keys) {
      writeKeyFile(file, kind, pair);
      written.push(file);
    }
    return true;
  } catch (error) {
    for (const file of written) rmSync(file, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
