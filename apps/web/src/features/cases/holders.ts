import type { OpenedCase } from './opened-case';

/** Somebody who can open the case, with all that their keys open together. */
export interface CaseHolder {
  readonly person: { readonly id: string; readonly displayName: string };
  readonly tiers: readonly string[];
  readonly purpose: string;
  readonly expiresOn: string;
  readonly isLocked: boolean;
}

/** One line for each person; grants are listed by part of the case, and the soonest end counts. */
export function holdersOf({ holders }: Pick<OpenedCase, 'holders'>): readonly CaseHolder[] {
  const byPerson = new Map<string, CaseHolder>();
  for (const { person, tier, purpose, expiresOn, isLocked } of holders) {
    if (person === null) continue;
    const key = `${person.id} ${String(isLocked)}`;
    const known = byPerson.get(key);
    byPerson.set(key, {
      person,
      purpose,
      isLocked,
      tiers: [...(known?.tiers ?? []), tier],
      expiresOn: known === undefined || expiresOn < known.expiresOn ? expiresOn : known.expiresOn,
    });
  }
  return [...byPerson.values()];
}
