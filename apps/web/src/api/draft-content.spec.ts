import { describe, expect, it } from '@jest/globals';
import { joinContent, readContent } from './draft-content';

const START = { note: '', outcome: '', step: { day: '2026-03-01' } };

describe('a draft that was kept', () => {
  it('comes back as it was', () => {
    const kept = { ...START, note: 'Demo-note of before.' };
    expect(readContent(JSON.stringify(kept), START)).toEqual(kept);
    expect(joinContent(START, kept, START)).toEqual(kept);
  });

  it.each(['x', '3', 'null', '{"note":"Demo"}'])(
    'is none where it has another shape: %s',
    (text) => {
      expect(readContent(text, START)).toBeNull();
    },
  );

  it('loses nothing where somebody typed before it arrived', () => {
    const kept = { note: 'Demo-note of before.', outcome: 'ANSWERED', step: { day: '2026-03-04' } };
    const join = (typed: Partial<typeof START>) => joinContent(START, kept, { ...START, ...typed });

    expect(join({ note: 'Demo-words' })).toEqual({
      ...kept,
      note: 'Demo-note of before.\nDemo-words',
    });
    expect(join({ outcome: 'NO_ANSWER' })).toEqual({ ...kept, outcome: 'NO_ANSWER' });
    expect(join({ step: { day: '2026-05-05' } })).toEqual({ ...kept, step: { day: '2026-05-05' } });
  });

  it('says nothing twice', () => {
    const kept = { ...START, note: 'Demo-note of before.' };
    const join = (note: string) => joinContent(START, kept, { ...START, note }).note;

    expect(join('Demo-note of before. And now.')).toBe('Demo-note of before. And now.');
    expect(join('Demo-note')).toBe('Demo-note of before.');
  });
});
