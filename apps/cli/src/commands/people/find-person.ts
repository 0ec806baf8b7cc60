import { isUuid } from '@kinward/kernel';
import type { KnownPerson } from '@kinward/runtime';
import type { OperatorDesk } from '../../support/open-desk.js';
import { OperatorError } from '../../support/operator-error.js';

export interface PersonOptions {
  readonly person?: string;
  readonly email?: string;
}

/** Finds whom a command is about. @throws OperatorError where nobody is named or found */
export async function findPerson(
  { directory }: OperatorDesk,
  { person: id, email }: PersonOptions,
): Promise<KnownPerson> {
  if (id === undefined && email === undefined) {
    throw new OperatorError('Say who, with --person or --email.');
  }
  const byId = id !== undefined && isUuid(id) ? await directory.personById(id) : null;
  const person = email === undefined ? byId : await directory.personByEmail(email);
  if (person === null) throw new OperatorError('There is no such person.');
  return person;
}
