/** People and euros of one group of needs. */
type DemoLine = readonly [needGroup: string, people: number, euros: number];

/** A month that the demonstration publishes, so many months before the month of its seeding. */
export interface DemoTotals {
  readonly monthsAgo: number;
  readonly lines: readonly DemoLine[];
  readonly end: 'PROPOSED' | 'PUBLISHED' | 'WITHDRAWN';
}

/**
 * Months before the demonstration's books begin: twelve families are too few for numbers that may be shown, so these stand
 * for a larger house. They are invented like everything here, and no booking is behind them.
 */
export const DEMO_TOTALS: readonly DemoTotals[] = [
  {
    monthsAgo: 6,
    end: 'PUBLISHED',
    lines: [
      ['CHD', 45, 3_215],
      ['DET', 35, 1_890],
      ['LIV', 80, 11_440],
      ['MED', 30, 4_275],
      ['OTHER', 20, 2_630],
    ],
  },
  {
    monthsAgo: 5,
    end: 'WITHDRAWN',
    lines: [
      ['LIV', 75, 10_120],
      ['OTHER', 55, 7_905],
    ],
  },
  {
    monthsAgo: 4,
    end: 'PUBLISHED',
    lines: [
      ['CHD', 60, 5_980],
      ['DET', 40, 2_145],
      ['LIV', 95, 13_660],
      ['MED', 25, 3_810],
      ['PSY', 15, 2_400],
      ['OTHER', 25, 3_075],
    ],
  },
  {
    monthsAgo: 3,
    end: 'PROPOSED',
    lines: [
      ['CHD', 35, 2_905],
      ['LIV', 90, 12_280],
      ['MED', 40, 5_735],
      ['OTHER', 30, 3_350],
    ],
  },
];
