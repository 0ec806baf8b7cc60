import { FIELD_PATHS, FORM_FIELDS, type FieldPath } from '../form/form-fields.js';
import type {
  MemberFacts,
  MemberName,
  RequestIdentity,
  RequestStory,
} from '../request-contents.js';
import { neutralise, TEXT_WARNINGS, type TextWarning } from './neutral-text.js';
import type { RawMember, RawSubmission } from './raw-submission.js';
import { readAmount, readCode, readCodes, readDay, readWhole } from './values.js';

/** The codes that the organisation's jurisdiction pack knows. */
export interface KnownCodes {
  readonly regions: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
}

/** The first value that cannot be used. */
export interface Problem {
  readonly field: string;
  readonly code: string;
}

/** A submission that may be kept. */
export interface ReadSubmission {
  readonly raw: RawSubmission;
  readonly identity: RequestIdentity;
  readonly story: RequestStory;
  readonly warnings: readonly TextWarning[];
  /** Null where nothing stands in the way of a case. */
  readonly problem: Problem | null;
}

const CONSENTED = new Set(['yes', '1', 'true', 'да', 'так']);
const LANGUAGE = /^[a-z]{2,3}$/;

/** Whether the family said that we may keep this. Anything but a yes is a no. */
export function isConsented(raw: RawSubmission): boolean {
  return CONSENTED.has((raw.answers.get('consent/given') ?? '').toLowerCase());
}

/**
 * Reads a submission with consent. One value that cannot be used makes it a row to correct: the texts stay as they
 * came, sealed, for somebody to look at (decision 23).
 * @param misdirected what is wrong with the organisation that the row names, null where nothing is
 */
export function readSubmission(
  raw: RawSubmission,
  known: KnownCodes,
  misdirected: Problem | null = null,
): ReadSubmission {
  const reading = new Reading(raw);
  const identity = readIdentity(reading, raw.members ?? []);
  const story = readStory(reading, raw, misdirected);
  const problem =
    misdirected ?? regionProblem(story, known) ?? reading.problem ?? needProblem(story, known);
  const { t0, t1 } = reading.unread();
  return {
    raw,
    identity: { ...identity, unread: t0 },
    story: { ...story, unread: { ...raw.others, ...t1 } },
    warnings: TEXT_WARNINGS.filter((warning) => reading.warnings.has(warning)),
    problem,
  };
}

function regionProblem(
  { region }: Pick<RequestStory, 'region'>,
  known: KnownCodes,
): Problem | null {
  const field = 'location/region_class';
  if (region === null) return { field, code: 'MISSING_REGION' };
  return known.regions.has(region) ? null : { field, code: 'UNKNOWN_REGION' };
}

function needProblem({ needs }: Pick<RequestStory, 'needs'>, known: KnownCodes): Problem | null {
  const field = 'needs/codes';
  if (needs.codes.length === 0) return { field, code: 'MISSING_NEED_CODE' };
  const isKnown = needs.codes.every((code) => known.needs.has(code));
  return isKnown ? null : { field, code: 'UNKNOWN_NEED_CODE' };
}

function readIdentity(
  reading: Reading,
  members: readonly RawMember[],
): Omit<RequestIdentity, 'unread'> {
  return {
    applicant: {
      fullName: reading.text('applicant/full_name'),
      birthYear: reading.whole('applicant/birth_year'),
      phone: reading.text('applicant/phone'),
    },
    locality: reading.text('location/locality'),
    prisoner: {
      fullName: reading.text('prisoner/full_name'),
      birthDate: reading.day('prisoner/birth_date'),
    },
    members: members.map((member) => memberName(reading, member)),
  };
}

function readStory(
  reading: Reading,
  raw: RawSubmission,
  misdirected: Problem | null,
): Omit<RequestStory, 'unread'> {
  return {
    applicant: {
      relation: reading.code('applicant/relation'),
      safeContact: reading.code('applicant/safe_contact'),
    },
    prisoner: {
      status: reading.code('prisoner/status'),
      facilityType: reading.code('prisoner/facility_type'),
      articles: reading.codes('prisoner/articles'),
      termMonths: reading.whole('prisoner/term_months'),
      detainedOn: reading.day('prisoner/detained_on'),
      expectedReleaseOn: reading.day('prisoner/expected_release_on'),
      recognisedBy: reading.code('prisoner/recognised_by'),
      listed: reading.code('prisoner/listed'),
    },
    household: { size: reading.whole('household/size'), minors: reading.whole('household/minors') },
    members: (raw.members ?? []).map((member) => memberFacts(reading, member)),
    needs: {
      codes: reading.codes('needs/codes'),
      requestedMinor: reading.amount('needs/requested_amount_eur'),
      wantedBy: reading.day('needs/wanted_by'),
      note: reading.text('needs/note'),
    },
    incidents: {
      kinds: reading.codes('incidents/kinds').filter((kind) => kind !== 'none'),
      lastOn: reading.day('incidents/last_on'),
    },
    consent: {
      purposes: reading.codes('consent/purposes'),
      givenOn: raw.submittedAt === null ? null : (readDay(raw.submittedAt) ?? null),
    },
    language: reading.language(),
    region: reading.code('location/region_class'),
    organisation: misdirected === null ? null : (raw.answers.get('organisation') ?? null),
  };
}

function memberName(reading: Reading, member: RawMember): MemberName {
  return {
    fullName: reading.free(member.full_name),
    birthYear: readWhole(member.birth_year ?? '') ?? null,
  };
}

function memberFacts(reading: Reading, member: RawMember): MemberFacts {
  return {
    relation: reading.free(member.relation),
    sex: member.sex === undefined ? null : readCode(member.sex),
    vulnerability: readCodes(member.vulnerability ?? ''),
  };
}

/** Reads answers and remembers what could not be read and what had to be made harmless. */
class Reading {
  readonly warnings = new Set<TextWarning>();
  private readonly problems = new Map<FieldPath, string>();

  constructor(private readonly raw: RawSubmission) {}

  /** The first problem: amounts before days, days in the order of the form. */
  get problem(): Problem | null {
    const kinds = ['AMOUNT', 'DATE', 'NUMBER'] as const;
    for (const kind of kinds) {
      const field = FIELD_PATHS.find((p) => FORM_FIELDS[p].kind === kind && this.problems.has(p));
      if (field !== undefined) return { field, code: this.problems.get(field) ?? '' };
    }
    return null;
  }

  unread(): { t0: Record<string, string>; t1: Record<string, string> } {
    const texts = { T0: {} as Record<string, string>, T1: {} as Record<string, string> };
    for (const path of this.problems.keys()) {
      texts[FORM_FIELDS[path].tier][path] = this.raw.answers.get(path) ?? '';
    }
    return { t0: texts.T0, t1: texts.T1 };
  }

  text(path: FieldPath): string | null {
    return this.free(this.raw.answers.get(path), FORM_FIELDS[path].kind === 'PHONE');
  }

  /** @param isPhone a number in international form begins with a plus and is no formula */
  free(answer: string | undefined, isPhone = false): string | null {
    if (answer === undefined) return null;
    const { text, warnings } = neutralise(answer);
    for (const warning of warnings) {
      if (!isPhone || warning !== 'FORMULA_TEXT') this.warnings.add(warning);
    }
    return isPhone ? text.replace(/^'/, '') : text;
  }

  code(path: FieldPath): string | null {
    const answer = this.raw.answers.get(path);
    return answer === undefined ? null : readCode(answer);
  }

  codes(path: FieldPath): string[] {
    return readCodes(this.raw.answers.get(path) ?? '');
  }

  language(): string | null {
    const code = this.code('applicant/language')?.toLowerCase() ?? '';
    return LANGUAGE.test(code) ? code : null;
  }

  day(path: FieldPath): string | null {
    return this.parsed(path, 'BAD_DATE', readDay);
  }

  whole(path: FieldPath): number | null {
    return this.parsed(path, 'BAD_NUMBER', readWhole);
  }

  amount(path: FieldPath): string | null {
    return this.parsed(path, 'BAD_AMOUNT', (text) => readAmount(text)?.toString());
  }

  private parsed<T>(
    path: FieldPath,
    code: string,
    read: (text: string) => T | undefined,
  ): T | null {
    const answer = this.raw.answers.get(path);
    if (answer === undefined) return null;
    const value = read(answer);
    if (value === undefined) this.problems.set(path, code);
    return value ?? null;
  }
}
