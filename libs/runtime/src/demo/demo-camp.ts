import type { DemoFamily } from './demo-families.js';
import type { DemoNeed } from './demo-need.js';

/** Days before the seeding on which these families came; two days later their children were booked in. */
export const CAMP_FAMILIES_DAY = 38;
export const CAMP_DAY = 36;

/** Families with many children who went to a camp together, paid by G-CHILD: 59 children, EUR 18,500. */
const CODENAMES = [
  'BOREAL-ANVIL-22',
  'BOREAL-ATLAS-57',
  'BOREAL-CANOPY-34',
  'BRIGHT-ALCOVE-40',
  'BRIGHT-ATLAS-75',
  'BRIGHT-CANOPY-19',
  'CALM-ALCOVE-88',
  'CALM-ANVIL-13',
  'CALM-CANOPY-66',
  'DEWY-ALCOVE-52',
  'DEWY-ANVIL-91',
  'DEWY-ATLAS-28',
];
const AGES = [6, 8, 10, 12, 15];
const CASEWORKERS = ['caseworker-two', 'caseworker-three'];

/** The last family is smaller than the others. */
const childrenOf = (place: number): number =>
  AGES.length - (place === CODENAMES.length - 1 ? 1 : 0);

/** The families; they came before the twelve and have no story of their own. */
export const DEMO_CAMP_FAMILIES: readonly DemoFamily[] = CODENAMES.map((codename, place) => {
  const surname = `Demo-Swallow-${String(place + 1)}`;
  return {
    codename,
    caseworker: CASEWORKERS[place % CASEWORKERS.length] ?? '',
    deputy: 'coordinator-two',
    region: 'ABROAD_PL',
    summary: `A mother abroad with ${String(childrenOf(place))} children, family ${String(place + 1)} of the camp.`,
    members: [
      { name: `${surname} Mother`, relation: 'SPOUSE', age: 41 },
      ...AGES.slice(0, childrenOf(place)).map((age) => ({
        ...{ name: `${surname} Child of ${String(age)}`, relation: 'CHILD', age },
      })),
    ],
    prisoner: {
      ...{ name: `${surname} Father`, status: 'SENTENCED', sinceDaysAgo: 400 + place },
      ...{ facilityType: 'COLONY', stateLists: [], recognitionBasis: 'VIASNA' },
    },
    nextStep: { kind: 'CALL_FAMILY', inDays: 25 + place },
    act: 'ACTIVATE',
    openedDaysAgo: CAMP_FAMILIES_DAY,
  };
});

/** Their places at the camp: above what one signature may grant, so that two stand under each. */
export const DEMO_CAMP_NEEDS: readonly DemoNeed[] = CODENAMES.map((codename, place) => {
  const isLast = place === CODENAMES.length - 1;
  return {
    ...{ codename, code: 'CHD-CAMP', minorUnits: isLast ? '156000' : '154000' },
    dueInDays: -10,
    channelClass: 'VENDOR_DIRECT_ABROAD',
    reach: [
      { ageBand: '5_17', sex: 'F', count: 2 },
      { ageBand: '5_17', sex: 'M', count: childrenOf(place) - 2 },
    ],
    ...{ until: 'FUNDED', isSignedByTwo: true, fund: 'G-CHILD' },
    payouts: [{ until: 'RECONCILED', isApprovedByTwo: true, hasReceipt: true }],
  };
});
