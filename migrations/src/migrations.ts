import { Platform1763800000000 } from './1763800000000-platform.js';
import { Jobs1763800050000 } from './1763800050000-jobs.js';
import { Identity1763800100000 } from './1763800100000-identity.js';
import { Audit1763800200000 } from './1763800200000-audit.js';
import { Vault1763800300000 } from './1763800300000-vault.js';
import { Cases1763800400000 } from './1763800400000-cases.js';
import { Needs1763800500000 } from './1763800500000-needs.js';
import { CommandReplay1763800450000 } from './1763800450000-command-replay.js';
import { Ledger1763800600000 } from './1763800600000-ledger.js';
import { Funding1763800700000 } from './1763800700000-funding.js';
import { Disbursements1763800800000 } from './1763800800000-disbursements.js';
import { CardReturns1763800900000 } from './1763800900000-card-returns.js';
import { PaymentCatchUp1763800850000 } from './1763800850000-payment-catch-up.js';
import { Volunteers1763801100000 } from './1763801100000-volunteers.js';
import { Intake1763801000000 } from './1763801000000-intake.js';
import { LiveFeed1763801300000 } from './1763801300000-live-feed.js';
import { Dispatch1763801200000 } from './1763801200000-dispatch.js';
import { Screening1763801250000 } from './1763801250000-screening.js';
import { Notifications1763801350000 } from './1763801350000-notifications.js';
import { SettledDisputes1763801400000 } from './1763801400000-settled-disputes.js';
import { VolunteerStanding1763801450000 } from './1763801450000-volunteer-standing.js';
import { Callouts1763801500000 } from './1763801500000-callouts.js';

/** The one history of the one database, oldest first. */
export const migrations = [
  Platform1763800000000,
  Jobs1763800050000,
  Identity1763800100000,
  Audit1763800200000,
  Vault1763800300000,
  Cases1763800400000,
  CommandReplay1763800450000,
  Needs1763800500000,
  Ledger1763800600000,
  Funding1763800700000,
  Disbursements1763800800000,
  PaymentCatchUp1763800850000,
  CardReturns1763800900000,
  Intake1763801000000,
  Volunteers1763801100000,
  Dispatch1763801200000,
  Screening1763801250000,
  LiveFeed1763801300000,
  Notifications1763801350000,
  SettledDisputes1763801400000,
  VolunteerStanding1763801450000,
  Callouts1763801500000,
];
