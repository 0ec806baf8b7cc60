import type { JurisdictionPack } from '@kinward/jurisdictions';

/** The form's words for how somebody stands to the prisoner, as the case file calls it. */
const RELATIONS: Readonly<Record<string, string>> = {
  wife: 'SPOUSE',
  husband: 'SPOUSE',
  spouse: 'SPOUSE',
  partner: 'PARTNER',
  mother: 'PARENT',
  father: 'PARENT',
  parent: 'PARENT',
  child: 'CHILD',
  son: 'CHILD',
  daughter: 'CHILD',
  sister: 'SIBLING',
  brother: 'SIBLING',
  sibling: 'SIBLING',
  grandmother: 'GRANDPARENT',
  grandfather: 'GRANDPARENT',
  grandparent: 'GRANDPARENT',
  grandchild: 'GRANDCHILD',
  guardian: 'GUARDIAN',
  friend: 'FRIEND',
  self: 'SELF',
};
const OTHER_RELATION = 'OTHER_RELATIVE';

/** Codes of the form that the packs spell otherwise. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ACCUSED: 'REMAND',
  CONVICTED: 'SENTENCED',
  PRE_TRIAL: 'SIZO',
  CELL_PRISON: 'CELL_TYPE_PRISON',
  EXTREMIST_LIST: 'EXTREMIST',
  TERRORIST_LIST: 'TERRORIST',
  NONE: 'NONE_POLITICALLY_MOTIVATED',
};
/** A sentence that is not served in a prison has a status of its own. */
const SERVED_AT: Readonly<Record<string, string>> = {
  OPEN_FACILITY: 'RESTRICTED_FREEDOM_OPEN',
  HOME_RESTRICTION: 'RESTRICTED_FREEDOM_HOME',
};

const UNCONFIRMED = 'UNCONFIRMED';
const PENDING = 'PENDING';

/** The relation of the case file, or null where the form's word is none of its codes. */
export function relationOf(word: string | null): string | null {
  return word === null ? null : (RELATIONS[word.toLowerCase()] ?? null);
}

/** The relation under which somebody is kept whose word is not known. */
export function keptRelation(word: string | null): string {
  return relationOf(word) ?? OTHER_RELATION;
}

type Coded = readonly { readonly code: string }[];

/** A form's code as a pack spells it, or null where the pack has no such thing. */
export function packCode(word: string | null, entries: Coded): string | null {
  if (word === null) return null;
  const code = word.toUpperCase().replaceAll(/[\s.-]+/g, '_');
  const spellings = [code, SPELLINGS[code]];
  return entries.find((entry) => spellings.includes(entry.code))?.code ?? null;
}

/** The custody status of a form's answer; one that the pack does not know could not be confirmed. */
export function custodyStatus(
  status: string | null,
  facilityType: string | null,
  { custodyStatuses }: Pick<JurisdictionPack, 'custodyStatuses'>,
): string {
  const served = status === 'CONVICTED' ? SERVED_AT[facilityType?.toUpperCase() ?? ''] : undefined;
  const special = served === undefined ? null : packCode(served, custodyStatuses);
  return special ?? packCode(status, custodyStatuses) ?? UNCONFIRMED;
}

/** Whose word makes the case eligible; an unknown one waits. */
export function recognitionBasis(
  word: string | null,
  { recognitionBases }: Pick<JurisdictionPack, 'recognitionBases'>,
): string {
  return packCode(word, recognitionBases) ?? PENDING;
}
