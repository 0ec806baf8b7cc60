import type { DemoFamily } from './demo-families.js';

/** Days before the seeding on which the family asked that is erased by now: longer than anything has to be kept. */
export const EARLY_DAY = 520;
/** The one that was handed over to Bridge, and the one that was erased. */
export const HANDED_OVER = 'DEWY-CANOPY-27';
export const ERASED = 'EARLY-BARLEY-74';

/** Opened two months before the stories of the twelve, or long ago; what became of them is told beside those. */
export const DEMO_FORMER_FAMILIES: readonly DemoFamily[] = [
  {
    codename: 'BOREAL-ALCOVE-61',
    caseworker: 'caseworker-three',
    deputy: 'caseworker',
    region: 'IN_EAST',
    summary: 'An aunt who raised him; nobody has answered since the autumn.',
    members: [{ name: 'Demo-Redstart Aunt', relation: 'OTHER_RELATIVE', age: 58 }],
    prisoner: {
      name: 'Demo-Redstart Nephew',
      status: 'SENTENCED',
      sinceDaysAgo: 500,
      facilityType: 'COLONY',
      stateLists: [],
      recognitionBasis: 'VIASNA',
    },
    nextStep: { kind: 'CALL_FAMILY', inDays: -30 },
    act: 'FALL_SILENT',
  },
  {
    codename: 'BRIGHT-ANVIL-83',
    caseworker: 'caseworker-two',
    deputy: 'caseworker-three',
    region: 'IN_CAPITAL',
    summary: 'Asked who else is helped, in which house, by whom: the desk withdrew.',
    members: [{ name: 'Demo-Shrike Cousin', relation: 'OTHER_RELATIVE', age: 40 }],
    prisoner: {
      name: 'Demo-Shrike Claimed',
      status: 'REMAND',
      sinceDaysAgo: 90,
      facilityType: 'SIZO',
      stateLists: [],
      recognitionBasis: 'PARTNER_ATTESTED',
    },
    nextStep: { kind: 'REVIEW_CASE', inDays: -20 },
    act: 'EXPOSE',
  },
  {
    codename: 'CALM-ATLAS-48',
    caseworker: 'caseworker',
    deputy: 'caseworker-two',
    region: 'IN_NORTH',
    summary: 'Two vouchers say it is true; the list does not know him yet.',
    members: [{ name: 'Demo-Turnstone Wife', relation: 'SPOUSE', age: 29 }],
    prisoner: {
      name: 'Demo-Turnstone Husband',
      status: 'DETAINED',
      sinceDaysAgo: 70,
      facilityType: 'SIZO',
      stateLists: [],
      recognitionBasis: 'PENDING',
    },
    nextStep: { kind: 'VERIFY', inDays: 3 },
    act: 'STAY_IN_VERIFICATION',
  },
  {
    codename: HANDED_OVER,
    caseworker: 'caseworker-two',
    deputy: 'coordinator',
    region: 'ABROAD_PL',
    summary: 'He was released and joined her; what they need now is what Bridge does.',
    members: [{ name: 'Demo-Sandpiper Wife', relation: 'SPOUSE', age: 37 }],
    prisoner: {
      name: 'Demo-Sandpiper Husband',
      status: 'RELEASED',
      sinceDaysAgo: 70,
      facilityType: 'COLONY',
      stateLists: [],
      recognitionBasis: 'VIASNA',
    },
    nextStep: { kind: 'HANDOVER', inDays: -14 },
    act: 'ACTIVATE',
  },
  {
    codename: ERASED,
    caseworker: 'caseworker-three',
    deputy: 'caseworker',
    region: 'IN_SOUTH',
    summary: 'Could not be confirmed; whatever they told has been kept long enough.',
    members: [{ name: 'Demo-Dunlin Brother', relation: 'SIBLING', age: 45 }],
    prisoner: {
      name: 'Demo-Dunlin Claimed',
      status: 'REMAND',
      sinceDaysAgo: 600,
      facilityType: 'SIZO',
      stateLists: [],
      recognitionBasis: 'PENDING',
    },
    nextStep: { kind: 'VERIFY', inDays: -510 },
    act: 'DECLINE',
    openedDaysAgo: EARLY_DAY,
  },
];
