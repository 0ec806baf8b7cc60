/** The middle value; the mean of the two middle ones where their number is even. */
export function median(values) {
  if (values.length === 0) throw new RangeError('no values, no median');
  const sorted = [...values].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}

/** The smallest value that at least `share` (0–1) of all values do not exceed. */
export function percentile(values, share) {
  if (values.length === 0) throw new RangeError('no values, no percentile');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/**
 * Median over the rounds of `value(ours) / value(base)`. Both sides of a round ran one after the
 * other, so what else the machine did weighs on both.
 */
export function ratioOfRounds(ours, base, value) {
  if (ours.length !== base.length) throw new RangeError('both sides have the same rounds');
  return median(ours.map((sample, round) => value(sample) / value(base[round])));
}
