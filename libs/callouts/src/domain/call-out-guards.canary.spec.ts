import { afterEach, describe, expect, it } from '@jest/globals';
import { CALL_OUT_GUARDS, type CallOutGuard } from './call-out-guards.js';
import { decideCallOut } from './call-out-state.js';
import { favourableCallOut } from './test-support/favourable-call-out.js';

const SOUND = { ...CALL_OUT_GUARDS };

const dispatchWithoutCap = () =>
  decideCallOut({
    ...{ state: 'TRIAGED', stateBefore: null, transition: 'DISPATCH' },
    actingAs: ['COORDINATOR'],
    facts: { ...favourableCallOut, deskHasCap: false },
  });
const signOnesOwn = () =>
  decideCallOut({
    ...{ state: 'DISPATCHED', stateBefore: null, transition: 'SIGN' },
    actingAs: ['COORDINATOR'],
    facts: { ...favourableCallOut, actorId: 'p-dispatcher' },
  });

/** Takes a guard away, as a careless change would. */
function open(guard: CallOutGuard): void {
  Object.assign(CALL_OUT_GUARDS, { [guard]: () => true });
}

describe('the guards around the money of a call-out', () => {
  afterEach(() => {
    Object.assign(CALL_OUT_GUARDS, SOUND);
  });

  it.each([
    ['CALL_OUT_CAP_LOST', dispatchWithoutCap],
    ['DISPATCHER_DOES_NOT_SIGN', signOnesOwn],
  ] as const)('%s stands alone between the act and the money', (guard, act) => {
    expect(act()).toMatchObject({ error: { reason: guard } });

    open(guard);

    expect(act().ok).toBe(true);
  });
});
