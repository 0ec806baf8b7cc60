import type { Referee, VettingFacts } from '../vetting-facts.js';

/** A referee without vouchers. */
export function referee(refereeId: string, more: Partial<Referee> = {}): Referee {
  return {
    refereeId,
    answer: 'VOUCHES',
    isActive: true,
    voucherIds: [],
    chainIds: [],
    ...more,
  };
}

/** Facts under which every guard passes for a coordinator who signs after security, in a panel of three. */
export const favourableVetting: VettingFacts = {
  subjectId: 'subject',
  actorId: 'coordinator',
  vettersOfActor: [],
  countryRefused: false,
  referees: [referee('referee-one'), referee('referee-two')],
  interviews: [
    { interviewerId: 'interviewer-one', answer: 'FOR', identitySeenLive: true },
    { interviewerId: 'interviewer-two', answer: 'FOR', identitySeenLive: true },
  ],
  training: ['DO_NO_HARM', 'DATA_PROTECTION', 'SAFEGUARDING'],
  hasVolunteerAccount: true,
  probationDays: 60,
  verifiedTasks: 0,
  recheckReason: 'TRAVEL',
  recheckInDays: 30,
  isTrusted: false,
  hasOpenReview: false,
  signers: [
    { personId: 'security', roles: ['SECURITY_OFFICER'] },
    { personId: 'caseworker', roles: ['CASEWORKER'] },
  ],
  actorAsSigner: { personId: 'coordinator', roles: ['COORDINATOR'] },
};
