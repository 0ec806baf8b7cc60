import { describe, expect, it } from '@jest/globals';
import { makeKoboFile } from './kobo-file.js';

const TODAY = new Date('2026-11-22T08:00:00Z');

describe('the invented field file', () => {
  it('is the same for the same seed, and another one for another', () => {
    const one = makeKoboFile(7, TODAY);

    expect(makeKoboFile(7, TODAY)).toEqual(one);
    expect(makeKoboFile(8, TODAY).csv).not.toBe(one.csv);
  });

  it('asks for food first, and says which of its texts nobody may find', () => {
    const { csv, secrets } = makeKoboFile(7, TODAY);
    const [headings = '', first = ''] = csv.split('\r\n');

    expect(headings).toContain('"applicant/full_name"');
    expect(first).toContain('"LIV-FOOD"');
    expect(secrets.length).toBeGreaterThan(50);
    expect(secrets.filter((secret) => !csv.includes(secret) || secret.length < 8)).toEqual([]);
  });

  it('is plainly invented', () => {
    const { secrets } = makeKoboFile(7, TODAY);

    expect(secrets.filter((secret) => !/^(Demo-|\+999 )/.test(secret))).toEqual([]);
  });
});
