/** How far two samples lie apart, and how often chance alone would set samples of one origin so far apart. */
export interface SampleComparison {
  /** Largest distance between the two empirical distributions, 0 to 1. */
  readonly distance: number;
  /** Probability of such a distance or a larger one (Kolmogorov's limit, good from some 25 values each). */
  readonly p: number;
}

/** The value in the middle of a list; 0 for an empty one. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** The two-sample test of Kolmogorov and Smirnov. @throws RangeError for an empty sample */
export function compareSamples(one: readonly number[], other: readonly number[]): SampleComparison {
  if (one.length === 0 || other.length === 0) throw new RangeError('a sample needs a value');
  const left = one.toSorted((a, b) => a - b);
  const right = other.toSorted((a, b) => a - b);
  let distance = 0;
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const value = Math.min(left[i] ?? 0, right[j] ?? 0);
    while (i < left.length && (left[i] ?? 0) <= value) i += 1;
    while (j < right.length && (right[j] ?? 0) <= value) j += 1;
    distance = Math.max(distance, Math.abs(i / left.length - j / right.length));
  }
  const size = Math.sqrt((left.length * right.length) / (left.length + right.length));
  // Stephens' correction for samples that are not without end.
  return { distance, p: kolmogorov((size + 0.12 + 0.11 / size) * distance) };
}

/** 2 Σ (−1)^(k−1) e^(−2k²x²): how often the limit lies above `x`. */
function kolmogorov(x: number): number {
  // Below this the sum is 1 to nine digits, and its terms no longer fall.
  if (x < 0.2) return 1;
  let series = 0;
  for (let k = 1; k <= 100; k += 1) {
    series += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  }
  return Math.min(1, Math.max(0, series));
}
