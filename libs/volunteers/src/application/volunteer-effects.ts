import { addDays } from '../domain/day.js';
import { isWorkingState, type VettingState } from '../domain/vetting-states.js';
import type { VettingTransition } from '../domain/vetting-transitions.js';
import type { AccountStanding } from '../infrastructure/account.store.js';
import type { VolunteerRow } from '../infrastructure/volunteer.entity.js';

/** Days until somebody is looked at again (domain.md C6: yearly). */
const RECHECK_DAYS = 365;

/** What a move of a volunteer writes besides the state. */
export interface VolunteerEffects {
  readonly change: Partial<VolunteerRow>;
  /** Null where the account stays as it is. */
  readonly account: AccountStanding | null;
  /** Of the news; T, who hands out tasks, listens for those that stop somebody. */
  readonly topic: string;
}

/** @param to the state the move leads to; @param today in the organisation's zone */
export function volunteerEffects(
  row: VolunteerRow,
  transition: VettingTransition,
  { to, today, reason }: { to: VettingState; today: string; reason: string | null },
): VolunteerEffects {
  const nextRecheck = to === 'ACTIVE' ? addDays(today, RECHECK_DAYS) : null;
  const checked = { recheckDueDay: nextRecheck, recheckReason: null, resumeState: null };
  switch (transition) {
    case 'ACTIVATE':
      return {
        change: { ...checked, tier: 'V2' },
        account: 'ACTIVE',
        topic: 'volunteer.activated',
      };
    case 'RENEW':
    case 'RECHECK':
      return { change: checked, account: null, topic: 'volunteer.rechecked' };
    case 'REINSTATE': {
      const account = to === 'ACTIVE' ? 'ACTIVE' : 'PROBATION';
      return { change: checked, account, topic: 'volunteer.reinstated' };
    }
    case 'FALL_DUE': {
      const due = { recheckDueDay: today, recheckReason: reason };
      const change = { ...due, ...withoutTrust(row), resumeState: resumeOf(row) };
      return { change, account: null, topic: 'volunteer.recheck_due' };
    }
    case 'SUSPEND': {
      const change = { ...withoutTrust(row), resumeState: resumeOf(row) };
      return { change, account: 'SUSPENDED', topic: 'volunteer.suspended' };
    }
    default: {
      const change = { ...withoutTrust(row), resumeState: null, recheckDueDay: null };
      const topic = transition === 'RESIGN' ? 'volunteer.resigned' : 'volunteer.revoked';
      return { change, account: 'SUSPENDED', topic };
    }
  }
}

/** Trust in one case ends with every stop. */
function withoutTrust(row: VolunteerRow): Partial<VolunteerRow> {
  return row.tier === 'V3' ? { tier: 'V2', trustedCaseId: null } : {};
}

function resumeOf(row: VolunteerRow): VolunteerRow['resumeState'] {
  return isWorkingState(row.state) ? row.state : row.resumeState;
}
