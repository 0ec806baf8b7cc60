declare const idOf: unique symbol;

/**
 * A random (version 4) UUID that remembers in the type system what it names. Random on purpose: a
 * time-ordered id would tell the millisecond at which a family asked for help.
 */
export type Id<Name extends string> = string & { readonly [idOf]: Name };

export type OrganizationId = Id<'Organization'>;
export type PersonId = Id<'Person'>;
export type CaseId = Id<'Case'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID in canonical form. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Marks a text that is already known to be an id (a database row, a checked input). */
export function toId<Name extends string>(text: string): Id<Name> {
  return text as Id<Name>;
}
