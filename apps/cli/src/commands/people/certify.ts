import { CertifyPersonUseCase, readTrusteeKey, type KeyPair } from '@kinward/runtime';
import type { OperatorDesk } from '../../support/open-desk.js';
import { OperatorError } from '../../support/operator-error.js';
import { valueOf } from '../../support/refusal.js';
import type { CommandResult } from '../../support/result.js';
import { findPerson, type PersonOptions } from './find-person.js';

export interface CertifyOptions extends PersonOptions {
  readonly trusteeKey: readonly string[];
}

/** Two trustees certify a person's keys. */
export async function certify(desk: OperatorDesk, options: CertifyOptions): Promise<CommandResult> {
  const person = await findPerson(desk, options);
  const trustees = options.trusteeKey.map(readKey);
  try {
    const useCase = desk.context.get(CertifyPersonUseCase);
    const { level, notAfter } = valueOf(await useCase.execute(person, trustees));
    const until = notAfter.toISOString().slice(0, 10);
    return {
      text: `Certified ${person.id} as ${level} until ${until}.`,
      data: { personId: person.id, level, notAfter: notAfter.toISOString() },
    };
  } finally {
    for (const { secretKey } of trustees) secretKey.fill(0);
  }
}

function readKey(file: string): KeyPair {
  const key = readTrusteeKey(file);
  if (key === null) throw new OperatorError(`${file} is not the key file of a trustee.`);
  return key;
}
