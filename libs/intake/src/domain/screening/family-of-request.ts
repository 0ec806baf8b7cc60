import type { JurisdictionPack } from '@kinward/jurisdictions';
import type { RequestIdentity, RequestStory } from '../request-contents.js';
import { note, NOT_GIVEN, oneLine, sentences } from './fitting-text.js';
import {
  custodyStatus,
  keptRelation,
  packCode,
  recognitionBasis,
  relationOf,
} from './form-codes.js';

/** Longest texts of a case file, in characters. */
const NAME = 120;
const LINE = 300;
const NOTE = 2_000;

/** A member as the case file takes one. */
export interface MemberOfRequest {
  readonly name: string;
  readonly address: string | null;
  readonly relation: string;
  readonly notes: string | null;
}

export interface PrisonerOfRequest {
  readonly name: string;
  readonly birthDate: string | null;
  readonly facilityType: string | null;
  readonly articles: readonly string[];
  readonly stateLists: readonly string[];
  readonly recognitionBasis: string;
  readonly sentenceEndsOn: string | null;
  readonly notes: string | null;
  readonly status: { readonly code: string; readonly since: string; readonly note: string | null };
}

type Known = Pick<
  JurisdictionPack,
  'custodyStatuses' | 'facilityTypes' | 'legalArticles' | 'recognitionBases' | 'stateLists'
>;

/** The applicant first; somebody whom the form lists again as a member is one person. */
export function membersOfRequest(
  identity: RequestIdentity,
  story: RequestStory,
): readonly MemberOfRequest[] {
  const applicantName = oneLine(identity.applicant.fullName, NAME);
  const members = identity.members.map((member, place): MemberOfRequest => {
    const facts = story.members[place];
    return {
      name: oneLine(member.fullName, NAME) ?? NOT_GIVEN,
      address: null,
      relation: keptRelation(facts?.relation ?? null),
      notes: note(
        sentences(
          asTold(facts?.relation ?? null, 'Relation'),
          facts?.sex == null ? null : `Sex: ${facts.sex}.`,
          facts === undefined || facts.vulnerability.length === 0
            ? null
            : `Signs: ${listed(facts.vulnerability)}.`,
        ),
        NOTE,
      ),
    };
  });
  const applicant: MemberOfRequest = {
    name: applicantName ?? NOT_GIVEN,
    address: oneLine(identity.locality, LINE),
    relation: keptRelation(story.applicant.relation),
    notes: sentences('Sent the request.', asTold(story.applicant.relation, 'Relation')),
  };
  const others = members.filter(({ name }) => name === NOT_GIVEN || name !== applicantName);
  return [applicant, ...others];
}

/** What was said about the prisoner; whatever the pack has no code for is kept in words. */
export function prisonerOfRequest(
  { prisoner }: Pick<RequestIdentity, 'prisoner'>,
  story: RequestStory,
  pack: Known,
  today: string,
): PrisonerOfRequest {
  const told = story.prisoner;
  const articles = told.articles.map((word) => [word, packCode(word, pack.legalArticles)] as const);
  const unknownArticles = articles.filter(([, code]) => code === null).map(([word]) => word);
  const facilityType = packCode(told.facilityType, pack.facilityTypes);
  const list = packCode(told.listed, pack.stateLists);
  return {
    name: oneLine(prisoner.fullName, NAME) ?? NOT_GIVEN,
    birthDate:
      prisoner.birthDate !== null && prisoner.birthDate <= today ? prisoner.birthDate : null,
    facilityType,
    articles: articles.flatMap(([, code]) => code ?? []),
    stateLists: list === null ? [] : [list],
    recognitionBasis: recognitionBasis(told.recognisedBy, pack),
    sentenceEndsOn: told.expectedReleaseOn,
    notes: note(
      sentences(
        unknownArticles.length === 0 ? null : `Articles as told: ${listed(unknownArticles)}.`,
        told.termMonths === null ? null : `Term as told: ${String(told.termMonths)} months.`,
        told.facilityType === null || facilityType !== null
          ? null
          : `Held as told: ${listed([told.facilityType])}.`,
        told.detainedOn === null ? null : `Detained as told: ${told.detainedOn}.`,
      ),
      NOTE,
    ),
    status: statusOf(story, pack, today),
  };
}

/** What stands about the household as a whole. */
export function householdNotes(story: RequestStory): string | null {
  const { size, minors } = story.household;
  const { kinds, lastOn } = story.incidents;
  return note(
    sentences(
      size === null ? null : `People in the household as told: ${String(size)}.`,
      minors === null ? null : `Under 18: ${String(minors)}.`,
      kinds.length === 0 ? null : `Pressure as told: ${listed(kinds)}.`,
      kinds.length === 0 || lastOn === null ? null : `Last on ${lastOn}.`,
      story.language === null ? null : `Language: ${story.language}.`,
    ),
    NOTE,
  );
}

/** The family's own words, as far as a summary is long. */
export function summaryOf(story: RequestStory): string | null {
  return note(story.needs.note, NOTE);
}

/** A day that the form gives is the day of the arrest; later changes are dated by the day on which we were told. */
function statusOf(story: RequestStory, pack: Known, today: string): PrisonerOfRequest['status'] {
  const { status, detainedOn, facilityType } = story.prisoner;
  const isArrest = status === 'DETAINED' || status === 'ACCUSED';
  const told = story.consent.givenOn ?? today;
  const since = isArrest && detainedOn !== null ? detainedOn : told;
  return {
    code: custodyStatus(status, facilityType, pack),
    since: since <= today ? since : today,
    note: isArrest && detainedOn !== null ? null : 'The day is the one of the request.',
  };
}

function asTold(word: string | null, what: string): string | null {
  return word === null || relationOf(word) !== null ? null : `${what} as told: ${listed([word])}.`;
}

function listed(words: readonly string[]): string {
  return words.map((word) => word.replaceAll('_', ' ')).join(', ');
}
