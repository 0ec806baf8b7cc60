import type { RequestIdentity, RequestStory } from '../request-contents.js';
import { oneLine } from './fitting-text.js';

const LINE = 300;
/** The one answer after which nobody may turn to the applicant. */
export const DO_NOT_CONTACT = 'do_not_contact';
const MESSENGER = 'messenger_disappearing';

/** How somebody asked to be reached, as a rule for whoever picks up the phone. */
const QUIET_RULES: Readonly<Record<string, string>> = {
  [DO_NOT_CONTACT]: 'Asked not to be contacted.',
  relative_abroad: 'Asked to be reached through a relative abroad, not on this number.',
  email_abroad: 'Asked to be reached by e-mail abroad, not on this number.',
  in_person: 'Asked to be met in person, not on this number.',
};

/** Purposes of the form and the consents they are; one that names a partner is asked for when there is a partner. */
const PURPOSES: Readonly<Record<string, string>> = { story: 'DONOR_UPDATE' };
const WORDING = 'Household intake form';

export interface ChannelOfRequest {
  readonly kind: string;
  readonly value: string;
  readonly quietRules: string | null;
}

/** The number that was left, with the rule how it may be used; null where none was left. */
export function channelOfRequest(
  { applicant }: Pick<RequestIdentity, 'applicant'>,
  story: Pick<RequestStory, 'applicant'>,
): ChannelOfRequest | null {
  const value = oneLine(applicant.phone, LINE);
  if (value === null) return null;
  const { safeContact } = story.applicant;
  return {
    kind: safeContact === MESSENGER ? 'MESSENGER' : 'PHONE',
    value,
    quietRules: safeContact === null ? null : (QUIET_RULES[safeContact] ?? null),
  };
}

/**
 * What the form's consent allows: to keep the data in order to help, and what was ticked besides.
 * @param aidPurposes consents without which no aid is given; the form's first question asks for them
 */
export function consentsOfRequest(
  { consent }: Pick<RequestStory, 'consent'>,
  aidPurposes: readonly string[],
  today: string,
): readonly { readonly purpose: string; readonly givenOn: string; readonly wording: string }[] {
  const { givenOn: told, purposes } = consent;
  const givenOn = told !== null && told <= today ? told : today;
  const ticked = purposes.flatMap((word) => {
    const purpose = PURPOSES[word];
    return purpose === undefined ? [] : [{ purpose, wording: `${WORDING}: ${word}` }];
  });
  const asked = aidPurposes.map((purpose) => ({
    purpose,
    wording: `${WORDING}: may we keep this`,
  }));
  return [...asked, ...ticked].map((each) => ({ ...each, givenOn }));
}
