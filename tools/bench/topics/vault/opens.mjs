import { median } from '../../frame/statistics.mjs';

const CASES = 10;

/** How many grants a request opens with the person's own secret key: once per session, it should be. */
export const opensPart = {
  name: 'key openings',
  figures: [
    {
      key: 'asymmetric_opens_warm',
      unit: '',
      goal: { atMost: 1 },
      says: 'the most in a second caseFile request of a session',
    },
    { key: 'asymmetric_opens_cold', unit: '', says: 'in the first one (median)' },
  ],

  async prepare({ inside, people }) {
    const caseworker = people.find(({ key }) => key === 'caseworker');
    const caseIds = await inside.ask('openCases', { person: caseworker, count: CASES });
    const count = await inside.ask('countOpenings', { person: caseworker, caseIds });
    return {
      rounds: 1,
      variants: { count: async () => count },
      figures: () => ({
        asymmetric_opens_warm: Math.max(...count.map(({ warm }) => warm)),
        asymmetric_opens_cold: median(count.map(({ cold }) => cold)),
      }),
    };
  },
};
