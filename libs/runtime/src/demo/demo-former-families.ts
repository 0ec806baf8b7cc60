import type { DemoFamily } from './demo-families.js';

/** Opened two months before the stories of the twelve; what became of them is told beside those. */
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
];
