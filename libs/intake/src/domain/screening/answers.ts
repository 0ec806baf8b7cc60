import { FORM_FIELDS, type FieldPath } from '../form/form-fields.js';
import type { RawMember, RawSubmission } from '../reading/raw-submission.js';
import type {
  MemberFacts,
  MemberName,
  RequestIdentity,
  RequestStory,
} from '../request-contents.js';

/** What a request says, on both levels. */
export interface RequestContents {
  readonly identity: RequestIdentity;
  readonly story: RequestStory;
}

const CENTS = 2;

/**
 * The answers of a request as texts again, in the way in which a file would have them: so that what a screener changes
 * is read by the same rules as what a file brings, and two versions can be compared question by question.
 */
export function answersOf({ identity, story }: RequestContents): ReadonlyMap<FieldPath, string> {
  const { applicant, prisoner } = identity;
  const told = story.prisoner;
  const texts: Partial<Record<FieldPath, string | number | null>> = {
    'consent/given': 'yes',
    'consent/purposes': story.consent.purposes.join(' '),
    organisation: story.organisation,
    'applicant/full_name': applicant.fullName,
    'applicant/relation': story.applicant.relation,
    'applicant/birth_year': applicant.birthYear,
    'applicant/phone': applicant.phone,
    'applicant/safe_contact': story.applicant.safeContact,
    'applicant/language': story.language,
    'location/region_class': story.region,
    'location/locality': identity.locality,
    'prisoner/full_name': prisoner.fullName,
    'prisoner/birth_date': prisoner.birthDate,
    'prisoner/status': told.status,
    'prisoner/facility_type': told.facilityType,
    'prisoner/articles': told.articles.join(' '),
    'prisoner/term_months': told.termMonths,
    'prisoner/detained_on': told.detainedOn,
    'prisoner/expected_release_on': told.expectedReleaseOn,
    'prisoner/recognised_by': told.recognisedBy,
    'prisoner/listed': told.listed,
    'household/size': story.household.size,
    'household/minors': story.household.minors,
    'needs/codes': story.needs.codes.join(' '),
    'needs/requested_amount_eur': euros(story.needs.requestedMinor),
    'needs/wanted_by': story.needs.wantedBy,
    'needs/note': story.needs.note,
    'incidents/kinds': story.incidents.kinds.join(' '),
    'incidents/last_on': story.incidents.lastOn,
    ...unreadOf({ identity, story }),
  };
  const answers = new Map<FieldPath, string>();
  for (const path of Object.keys(texts) as FieldPath[]) {
    const text = String(texts[path] ?? '');
    if (text !== '') answers.set(path, text);
  }
  return answers;
}

/** Answers that could not be read, as they came. */
export function unreadOf({ identity, story }: RequestContents): Partial<Record<FieldPath, string>> {
  const unread = Object.entries({ ...identity.unread, ...story.unread });
  return Object.fromEntries(unread.filter(([path]) => isFieldPath(path)));
}

/** The request as one row of a file, for somebody who changed an answer. An empty text takes an answer away. */
export function rawOf(
  contents: RequestContents,
  changes: Readonly<Partial<Record<FieldPath, string>>>,
): RawSubmission {
  const answers = new Map(answersOf(contents));
  for (const [path, text] of Object.entries(changes) as [FieldPath, string][]) {
    if (text.trim() === '') answers.delete(path);
    else answers.set(path, text.trim());
  }
  const { identity, story } = contents;
  const others = Object.entries(story.unread).filter(([path]) => !isFieldPath(path));
  return {
    index: 0,
    uuid: null,
    rootUuid: null,
    submittedAt: story.consent.givenOn,
    asksForOrganisation: true,
    answers,
    members: identity.members.map((name, place) => memberOf(name, story.members[place])),
    others: Object.fromEntries(others),
  };
}

export function isFieldPath(path: string): path is FieldPath {
  return Object.hasOwn(FORM_FIELDS, path);
}

function memberOf(name: MemberName, facts: MemberFacts | undefined): RawMember {
  const texts: RawMember = {
    full_name: name.fullName ?? '',
    birth_year: name.birthYear === null ? '' : String(name.birthYear),
    relation: facts?.relation ?? '',
    sex: facts?.sex ?? '',
    vulnerability: facts?.vulnerability.join(' ') ?? '',
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** Euro cents as a decimal number. */
function euros(minor: string | null): string | null {
  if (minor === null) return null;
  const digits = minor.padStart(CENTS + 1, '0');
  return `${digits.slice(0, -CENTS)}.${digits.slice(-CENTS)}`;
}
