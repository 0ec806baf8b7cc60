/** Text in every language of a pack; the compiler and `findPackProblems` both insist on completeness. */
export type Label<L extends string = string> = Readonly<Record<L, string>>;

/** A code that is stored, with the words people read. Codes are never reused for another meaning. */
export interface CodedEntry<L extends string = string> {
  readonly code: string;
  readonly label: Label<L>;
}

/** The only geography that is stored in clear: too coarse to find a town by. */
export interface RegionClass<L extends string = string> extends CodedEntry<L> {
  readonly inCountry: boolean;
}
