/**
 * What stands inside the envelopes of a request (architecture.md, "What is in clear, what is sealed"). A request that
 * could not be read keeps the texts as they came, in {@link RequestStory.unread}.
 */
export interface RequestIdentity {
  readonly applicant: {
    readonly fullName: string | null;
    readonly birthYear: number | null;
    readonly phone: string | null;
  };
  readonly locality: string | null;
  readonly prisoner: { readonly fullName: string | null; readonly birthDate: string | null };
  readonly members: readonly MemberName[];
  /** Texts of T0 fields that could not be read, by path in the form. */
  readonly unread: Readonly<Record<string, string>>;
}

export interface MemberName {
  readonly fullName: string | null;
  readonly birthYear: number | null;
}

export interface RequestStory {
  readonly applicant: {
    readonly relation: string | null;
    /** How the applicant asked to be reached, or not. */
    readonly safeContact: string | null;
  };
  readonly prisoner: {
    readonly status: string | null;
    readonly facilityType: string | null;
    readonly articles: readonly string[];
    readonly termMonths: number | null;
    readonly detainedOn: string | null;
    readonly expectedReleaseOn: string | null;
    readonly recognisedBy: string | null;
    readonly listed: string | null;
  };
  readonly household: { readonly size: number | null; readonly minors: number | null };
  /** In the order of {@link RequestIdentity.members}. */
  readonly members: readonly MemberFacts[];
  readonly needs: {
    readonly codes: readonly string[];
    /** One sum for all codes together, in euro cents as text; never split (decision 22). */
    readonly requestedMinor: string | null;
    readonly wantedBy: string | null;
    readonly note: string | null;
  };
  readonly incidents: { readonly kinds: readonly string[]; readonly lastOn: string | null };
  readonly consent: {
    readonly purposes: readonly string[];
    /** Day of the submission, YYYY-MM-DD. */
    readonly givenOn: string | null;
  };
  readonly language: string | null;
  readonly region: string | null;
  /** Code of the organisation that the form named, when it is another one. */
  readonly organisation: string | null;
  /** Texts that could not be read and columns the form does not have, by path. */
  readonly unread: Readonly<Record<string, string>>;
}

export interface MemberFacts {
  readonly relation: string | null;
  readonly sex: string | null;
  readonly vulnerability: readonly string[];
}
