import type { DemoSubmission } from './demo-kobo.js';
import type { DemoTask } from './demo-tasks.js';

/** Released at once, twelve days before the seeding, and sent to another country than expected. */
const SURGE_PEOPLE = 14;
/** Tasks that were taken on that day. */
const SURGE_TASKS = 31;

/** The release package: six needs for each. */
const NEEDS = 'REL-DAY0 REL-HOUSING REL-FOOD MED-CHECK DIG-SAFE LGL-DOCS';

/** Who was there. */
const HELPERS = ['volunteer', 'volunteer-two', 'volunteer-six', 'volunteer-mentor'];
const KINDS = ['SHOP_FOR_ARRIVALS', 'RECEPTION_SHIFT'] as const;

/** The forms that the reception desk filled in. @param sentOn YYYY-MM-DD */
export function surgeSubmissions(sentOn: string): DemoSubmission[] {
  return Array.from({ length: SURGE_PEOPLE }, (_, place) => {
    const number = String(place + 1).padStart(2, '0');
    return {
      ...{ id: number, corrects: null, sentOn },
      answers: {
        'consent/given': 'yes',
        'consent/purposes': 'assess',
        organisation: 'lantern',
        'applicant/full_name': `Demo-Released ${number}`,
        'applicant/relation': 'self',
        'applicant/birth_year': String(1_970 + place * 2),
        'applicant/phone': `+999 29 001-00${number}`,
        'applicant/safe_contact': 'messenger_disappearing',
        'applicant/language': 'be',
        'location/region_class': 'ABROAD_LT',
        'location/locality': 'Demo-Reception House',
        'prisoner/full_name': `Demo-Released ${number}`,
        'prisoner/status': 'RELEASED',
        'prisoner/facility_type': 'colony',
        'prisoner/articles': 'CC-342',
        'prisoner/recognised_by': 'viasna',
        'prisoner/listed': place % 3 === 0 ? 'extremist_list' : 'none',
        'household/size': '1',
        'household/minors': '0',
        'needs/codes': NEEDS,
        'needs/note': `Demo-request of a released person ${number}: no papers, no phone.`,
        'incidents/kinds': 'none',
      },
    };
  });
}

/** What had to be done; with the place of the person that it is for, where it is for one. */
export function surgeTasks(): readonly (DemoTask & { readonly forPerson: number })[] {
  return Array.from({ length: SURGE_TASKS }, (_, place) => ({
    kind: KINDS[place % KINDS.length] ?? KINDS[0],
    codename: null,
    country: 'LT',
    ...{ dueInHours: 24, minutes: 60, place: null, contact: null, question: null },
    what: `Demo-task of the reception desk, number ${String(place + 1)}.`,
    doer: HELPERS[place % HELPERS.length] ?? null,
    until: 'VERIFIED' as const,
    forPerson: place % SURGE_PEOPLE,
  }));
}
