import type { JurisdictionPack } from '@kinward/jurisdictions';
import { addDays } from './answer-due.js';
import type { RequestContents } from './answers.js';
import { channelOfRequest, consentsOfRequest } from './contact-of-request.js';
import {
  householdNotes,
  membersOfRequest,
  prisonerOfRequest,
  summaryOf,
} from './family-of-request.js';

/** Days until an accepted request shall be verified, where nobody promises another step. */
const VERIFY_DAYS = 7;

/** What a request says, as a case file takes it. What does not fit into a case stays with the request. */
export function takingOnOf(
  { identity, story }: RequestContents,
  pack: JurisdictionPack,
  today: string,
) {
  const required = pack.consentPurposes.filter((purpose) => purpose.requiredForAid);
  const aidPurposes = required.map(({ code }) => code);
  return {
    region: story.region ?? '',
    summary: summaryOf(story),
    householdNotes: householdNotes(story),
    members: membersOfRequest(identity, story),
    prisoners: [prisonerOfRequest(identity, story, pack, today)],
    nextStep: { kind: 'VERIFY', dueDay: addDays(today, VERIFY_DAYS) },
    channel: channelOfRequest(identity, story),
    consents: consentsOfRequest(story, aidPurposes, today),
  };
}
