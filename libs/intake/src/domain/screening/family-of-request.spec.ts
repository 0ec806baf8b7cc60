import { describe, expect, it } from '@jest/globals';
import { jurisdictionPack } from '@kinward/jurisdictions';
import type { RequestIdentity, RequestStory } from '../request-contents.js';
import { answerDueOn } from './answer-due.js';
import { channelOfRequest, consentsOfRequest } from './contact-of-request.js';
import { membersOfRequest, prisonerOfRequest, summaryOf } from './family-of-request.js';

const pack = jurisdictionPack('by');
const today = '2026-11-22';
const identity: RequestIdentity = {
  applicant: { fullName: 'Demo-Applicant', birthYear: 1961, phone: '+999 29 000-11-22' },
  locality: 'Demo-Locality',
  prisoner: { fullName: 'Demo-Prisoner', birthDate: '1990-04-05' },
  members: [],
  unread: {},
};
const story: RequestStory = {
  applicant: { relation: 'mother', safeContact: null },
  prisoner: {
    status: 'CONVICTED',
    facilityType: 'colony',
    articles: ['CC-361-1', 'AC-24-15', 'CC-188'],
    termMonths: 30,
    detainedOn: '2024-08-02',
    expectedReleaseOn: null,
    recognisedBy: 'none',
    listed: 'terrorist_list',
  },
  household: { size: null, minors: null },
  members: [],
  needs: { codes: [], requestedMinor: null, wantedBy: null, note: null },
  incidents: { kinds: [], lastOn: null },
  consent: { purposes: [], givenOn: '2026-11-01' },
  language: null,
  region: 'IN_WEST',
  organisation: null,
  unread: {},
};
const held = (change: Partial<RequestStory['prisoner']>) =>
  prisonerOfRequest(
    identity,
    { ...story, prisoner: { ...story.prisoner, ...change } },
    pack,
    today,
  );

describe('the prisoner of a request', () => {
  it('is told in the codes of the pack; what it has none for is kept in words', () => {
    expect(held({})).toEqual({
      name: 'Demo-Prisoner',
      birthDate: '1990-04-05',
      facilityType: 'COLONY',
      articles: ['CC_361_1', 'AC_24_15'],
      stateLists: ['TERRORIST'],
      recognitionBasis: 'NONE_POLITICALLY_MOTIVATED',
      sentenceEndsOn: null,
      notes: 'Articles as told: CC-188. Term as told: 30 months. Detained as told: 2024-08-02.',
      status: {
        code: 'SENTENCED',
        since: '2026-11-01',
        note: 'The day is the one of the request.',
      },
    });
  });

  it.each([
    ['DETAINED', 'temporary_detention', 'DETAINED', '2024-08-02'],
    ['ACCUSED', 'pre_trial', 'REMAND', '2024-08-02'],
    ['CONVICTED', 'open_facility', 'RESTRICTED_FREEDOM_OPEN', '2026-11-01'],
    ['CONVICTED', 'home_restriction', 'RESTRICTED_FREEDOM_HOME', '2026-11-01'],
    ['RELEASED', 'colony', 'RELEASED', '2026-11-01'],
    ['DIED', 'colony', 'DIED', '2026-11-01'],
    ['SOMEWHERE', 'colony', 'UNCONFIRMED', '2026-11-01'],
    [null, null, 'UNCONFIRMED', '2026-11-01'],
  ])('%s in %s is %s since %s', (status, facilityType, code, since) => {
    expect(held({ status, facilityType }).status).toMatchObject({ code, since });
  });

  it('has no day in the future, and a name even where none was given', () => {
    const unborn = { ...identity, prisoner: { fullName: ' \u00a0', birthDate: '2999-01-01' } };

    const prisoner = prisonerOfRequest(
      unborn,
      { ...story, prisoner: { ...story.prisoner, status: 'DETAINED', detainedOn: '2999-01-01' } },
      pack,
      today,
    );

    expect(prisoner).toMatchObject({ name: '(not given)', birthDate: null });
    expect(prisoner.status.since).toBe(today);
  });
});

describe('the household of a request', () => {
  it('has the applicant first, and nobody twice', () => {
    const members = membersOfRequest(
      {
        ...identity,
        members: [
          { fullName: 'Demo-Applicant', birthYear: 1961 },
          { fullName: null, birthYear: null },
          { fullName: 'Demo-Neighbour', birthYear: null },
        ],
      },
      {
        ...story,
        members: [
          { relation: 'parent', sex: 'f', vulnerability: [] },
          { relation: 'child', sex: null, vulnerability: ['chronic_illness'] },
          { relation: 'neighbour', sex: null, vulnerability: [] },
        ],
      },
    );

    expect(members).toEqual([
      {
        name: 'Demo-Applicant',
        address: 'Demo-Locality',
        relation: 'PARENT',
        notes: 'Sent the request.',
      },
      { name: '(not given)', address: null, relation: 'CHILD', notes: 'Signs: chronic illness.' },
      {
        name: 'Demo-Neighbour',
        address: null,
        relation: 'OTHER_RELATIVE',
        notes: 'Relation as told: neighbour.',
      },
    ]);
  });

  it('cuts what is too long for a case file; the request keeps the whole', () => {
    const long = { ...story, needs: { ...story.needs, note: 'я'.repeat(30_000) } };

    expect([...(summaryOf(long) ?? '')]).toHaveLength(2_000);
  });
});

describe('the contact of a request', () => {
  it.each([
    ['messenger_disappearing', 'MESSENGER', null],
    ['do_not_contact', 'PHONE', 'Asked not to be contacted.'],
    ['email_abroad', 'PHONE', 'Asked to be reached by e-mail abroad, not on this number.'],
    [null, 'PHONE', null],
  ])('%s: %s, %s', (safeContact, kind, quietRules) => {
    const channel = channelOfRequest(identity, {
      applicant: { relation: null, safeContact },
    });

    expect(channel).toEqual({ kind, value: '+999 29 000-11-22', quietRules });
  });

  it('is none where no number was left', () => {
    const silent = { applicant: { ...identity.applicant, phone: null } };

    expect(channelOfRequest(silent, story)).toBeNull();
  });

  it('consents to aid by the first question, to what was ticked besides, never to a partner', () => {
    const consents = consentsOfRequest(
      { consent: { purposes: ['assess', 'share_with_partner', 'story'], givenOn: '2026-11-01' } },
      ['AID_PROCESSING'],
      today,
    );

    expect(consents.map(({ purpose, givenOn }) => [purpose, givenOn])).toEqual([
      ['AID_PROCESSING', '2026-11-01'],
      ['DONOR_UPDATE', '2026-11-01'],
    ]);
  });
});

describe('answerDueOn', () => {
  it.each([
    [['LIV-RENT', 'PSY-CRISIS'], '2026-11-01'],
    [['LEG-LAWYER'], '2026-11-01'],
    [['LIV-GRANT'], '2026-11-02'],
    [['DET-SHOP'], '2026-11-04'],
    [['DET-CLOTHES'], '2026-11-04'],
    [[], '2026-11-04'],
  ])('%j by %s', (codes, day) => {
    expect(answerDueOn('2026-11-01', codes, pack)).toBe(day);
  });
});
