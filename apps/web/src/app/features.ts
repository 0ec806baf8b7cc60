import { callouts } from '../features/callouts/feature';
import { caseEndings, cases } from '../features/cases/feature';
import { devices } from '../features/devices/feature';
import { disbursements } from '../features/disbursements/feature';
import { disclosure } from '../features/disclosure/feature';
import { dispatch } from '../features/dispatch/feature';
import { funding } from '../features/funding/feature';
import { intake } from '../features/intake/feature';
import { ledger } from '../features/ledger/feature';
import { mailboxes } from '../features/mailboxes/feature';
import { needs } from '../features/needs/feature';
import { people } from '../features/people/feature';
import { publication } from '../features/publication/feature';
import { totals } from '../features/totals/feature';
import { volunteers } from '../features/volunteers/feature';
import type { Feature } from './feature';

/** Everything the desk has, in the order of the rail. A new domain adds its line here. */
export const FEATURES: readonly Feature[] = [
  needs,
  intake,
  cases,
  callouts,
  dispatch,
  disbursements,
  mailboxes,
  funding,
  ledger,
  volunteers,
  disclosure,
  people,
  publication,
  totals,
  caseEndings,
  devices,
];
