import { ChangeStandingUseCase } from '@kinward/runtime';
import type { OperatorDesk } from '../../support/open-desk.js';
import { valueOf } from '../../support/refusal.js';
import type { CommandResult } from '../../support/result.js';
import { findPerson, type PersonOptions } from './find-person.js';

/** Ends a person's sessions at once and lets the person sign in no more. */
export async function suspend(desk: OperatorDesk, options: PersonOptions): Promise<CommandResult> {
  const person = await findPerson(desk, options);
  const useCase = desk.context.get(ChangeStandingUseCase);
  const endedSessions = valueOf(await useCase.suspend(person));
  return {
    text: `Suspended ${person.id}; ${String(endedSessions)} sessions ended.`,
    data: { personId: person.id, standing: 'SUSPENDED', endedSessions },
  };
}

/** Lets a suspended person come back. */
export async function resume(
  desk: OperatorDesk,
  options: PersonOptions & { readonly probation?: boolean },
): Promise<CommandResult> {
  const person = await findPerson(desk, options);
  const useCase = desk.context.get(ChangeStandingUseCase);
  const standing = valueOf(await useCase.resume(person, options.probation === true));
  return {
    text: `${person.id} is back, standing ${standing}.`,
    data: { personId: person.id, standing },
  };
}
