import { afterEach, describe, expect, it } from '@jest/globals';
import { CASE_GUARDS, type CaseGuard } from './case-guards.js';
import { decideTransition } from './case-state.js';
import { favourableFacts, today } from './test-support/favourable-case.js';

const SOUND = { ...CASE_GUARDS };
const coordinator = { personId: 'p-coordinator', roles: ['COORDINATOR'] };

const transfer = (change: object) =>
  decideTransition({
    ...{ state: 'ACTIVE', transition: 'TRANSFER', actor: coordinator, today },
    facts: { ...favourableFacts, ...change },
  });
const eraseTooEarly = () =>
  decideTransition({
    ...{ state: 'CLOSED', transition: 'ERASE', today },
    actor: { personId: 'p-protection', roles: ['DATA_PROTECTION_OFFICER'] },
    secondSignature: { personId: 'p-security', roles: ['SECURITY_OFFICER'] },
    facts: { ...favourableFacts, retentionEndsOn: today, erasureAskedByFamily: false },
  });

/** Takes a guard away, as a careless change would. */
function open(guard: CaseGuard): void {
  Object.assign(CASE_GUARDS, { [guard]: () => true });
}

describe('the guards before a family leaves the desk for good', () => {
  afterEach(() => {
    Object.assign(CASE_GUARDS, SOUND);
  });

  it.each([
    ['RECEIVER_ACCEPTANCE_REQUIRED', () => transfer({ receivingOrganizationAccepted: false })],
    ['TRANSFER_CONSENT_REQUIRED', () => transfer({ transferConsentLive: false })],
    ['RETENTION_NOT_OVER', eraseTooEarly],
  ] as const)('%s stands alone between the act and its end', (guard, act) => {
    expect(act()).toMatchObject({ error: { reason: guard } });

    open(guard);

    expect(act().ok).toBe(true);
  });
});
