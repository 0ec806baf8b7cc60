import { describe, expect, it } from '@jest/globals';
import { assembleSubmission } from './assemble-submission.js';
import { readHeadings } from './headings.js';

const row = (headings: readonly string[], cells: readonly string[]) =>
  assembleSubmission(readHeadings(headings), cells, 7, () => null);

describe('headings', () => {
  it.each([
    ['paths', ['consent/given', 'applicant/full_name', 'prisoner/full_name']],
    ['paths with another divider', ['consent:given', 'applicant.full_name', 'prisoner:full_name']],
    ['names without groups', ['given', 'full_name', 'full_name']],
    [
      'labels in English',
      ['May we keep what you tell us in order to help you?', 'full name', 'full name'],
    ],
    [
      'labels in Russian',
      ['Можем ли мы сохранить то, что вы сообщите, чтобы помочь?', 'full_name', 'full_name'],
    ],
  ])('are read as %s', (_, headings) => {
    expect([...row(headings, ['yes', 'Demo-One', 'Demo-Two']).answers]).toEqual([
      ['consent/given', 'yes'],
      ['applicant/full_name', 'Demo-One'],
      ['prisoner/full_name', 'Demo-Two'],
    ]);
  });

  it('of choices are read where the summary is missing, and the summary where it is there', () => {
    const choices = ['needs/codes/LIV-RENT', 'needs/codes/LIV-FOOD'];

    expect(row(choices, ['1', '0']).answers.get('needs/codes')).toBe('LIV-RENT');
    expect(row(choices, ['True', 'n/a']).answers.get('needs/codes')).toBe('LIV-RENT');
    const both = row([...choices, 'needs/codes'], ['0', '1', 'LIV-FOOD X-Y']);
    expect(both.answers.get('needs/codes')).toBe('LIV-FOOD X-Y');
  });

  it('of older tools carry members in the row', () => {
    const headings = [
      'household_members[1]/full_name',
      'household_members[2]/household_members/full_name',
      'household_members[2]/vulnerability/minor',
    ];

    expect(row(headings, ['Demo-One', 'Demo-Two', 'True']).members).toEqual([
      { full_name: 'Demo-One' },
      { full_name: 'Demo-Two', vulnerability: 'minor' },
    ]);
  });

  it('that the form does not have are kept, those of the tool are not', () => {
    const read = row(
      ['a new question', '_status', 'start', '_uuid', '_index'],
      ['x', 'y', 'z', 'uuid:A', '3'],
    );

    expect(read).toMatchObject({ others: { 'a new question': 'x' }, uuid: 'a', index: 3 });
    expect(row(['a new question'], ['n/a'])).toMatchObject({ others: {}, uuid: null, index: 7 });
  });
});
