import { describe, expect, it } from '@jest/globals';
import { advanceGrant, GRANT_STATES, GRANT_STEPS, takesInstalments } from './grant-state.js';

const standing = (state: (typeof GRANT_STATES)[number]) => ({
  state,
  stateBeforeSuspension: state === 'SUSPENDED' ? ('OPEN' as const) : null,
});

describe('a grant', () => {
  it('knows these steps and no other', () => {
    const arrows = GRANT_STATES.flatMap((state) =>
      GRANT_STEPS.flatMap((step) => {
        const next = advanceGrant(standing(state), step);
        return next.ok ? [`${state} ${step} ${next.value.state}`] : [];
      }),
    );

    expect(arrows).toEqual([
      'PIPELINE SIGN SIGNED',
      'SIGNED OPEN OPEN',
      'SIGNED SUSPEND SUSPENDED',
      'OPEN START_CLOSING CLOSING',
      'OPEN SUSPEND SUSPENDED',
      'CLOSING REPORT REPORTED',
      'CLOSING SUSPEND SUSPENDED',
      'REPORTED CLOSE CLOSED',
      'SUSPENDED RESUME OPEN',
    ]);
  });

  it('comes back from a suspension to where it was', () => {
    const paused = advanceGrant(standing('CLOSING'), 'SUSPEND');

    expect(paused.ok && advanceGrant(paused.value, 'RESUME')).toEqual({
      ok: true,
      value: { state: 'CLOSING', stateBeforeSuspension: null },
    });
  });

  it('takes money from its signature until it is reported', () => {
    expect(GRANT_STATES.filter(takesInstalments)).toEqual(['SIGNED', 'OPEN', 'CLOSING']);
  });
});
