import { Platform1763800000000 } from './1763800000000-platform.js';
import { Jobs1763800050000 } from './1763800050000-jobs.js';
import { Identity1763800100000 } from './1763800100000-identity.js';
import { Audit1763800200000 } from './1763800200000-audit.js';
import { Vault1763800300000 } from './1763800300000-vault.js';
import { Cases1763800400000 } from './1763800400000-cases.js';
import { CommandReplay1763800450000 } from './1763800450000-command-replay.js';
import { Needs1763800500000 } from './1763800500000-needs.js';
import { Ledger1763800600000 } from './1763800600000-ledger.js';
import { Funding1763800700000 } from './1763800700000-funding.js';
import { Disbursements1763800800000 } from './1763800800000-disbursements.js';
import { PaymentCatchUp1763800850000 } from './1763800850000-payment-catch-up.js';
import { CardReturns1763800900000 } from './1763800900000-card-returns.js';
import { Intake1763801000000 } from './1763801000000-intake.js';
import { Volunteers1763801100000 } from './1763801100000-volunteers.js';
import { Dispatch1763801200000 } from './1763801200000-dispatch.js';
import { Screening1763801250000 } from './1763801250000-screening.js';
import { LiveFeed1763801300000 } from './1763801300000-live-feed.js';
import { Notifications1763801350000 } from './1763801350000-notifications.js';
import { SettledDisputes1763801400000 } from './1763801400000-settled-disputes.js';
import { VolunteerStanding1763801450000 } from './1763801450000-volunteer-standing.js';
import { Callouts1763801500000 } from './1763801500000-callouts.js';
import { NeedViewsWithoutWords1763802100000 } from './1763802100000-need-views-without-words.js';
import { DraftsAndNotes1763802200000 } from './1763802200000-drafts-and-notes.js';
import { PayoutOfRelease1763802300000 } from './1763802300000-payout-of-release.js';
import { ImportReports1763802400000 } from './1763802400000-import-reports.js';
import { DisclosureFilters1763802500000 } from './1763802500000-disclosure-filters.js';
import { PersonChanges1763802510000 } from './1763802510000-person-changes.js';
import { Passkeys1763802600000 } from './1763802600000-passkeys.js';
import { CorrectedRequests1763802700000 } from './1763802700000-corrected-requests.js';
import { CaseErasure1763802710000 } from './1763802710000-case-erasure.js';
import { CaseTransfers1763802720000 } from './1763802720000-case-transfers.js';
import { OrganizationSettings1763803000000 } from './1763803000000-organization-settings.js';
import { PaymentSamples1763803010000 } from './1763803010000-payment-samples.js';
import { Mailboxes1763803300000 } from './1763803300000-mailboxes.js';
import { PublicTexts1763803400000 } from './1763803400000-public-texts.js';
import { PublicTotals1763803600000 } from './1763803600000-public-totals.js';
import { FundPublicNames1763803610000 } from './1763803610000-fund-public-names.js';
import { MailboxClocks1763803700000 } from './1763803700000-mailbox-clocks.js';
import { CodenameBeginnings1763803800000 } from './1763803800000-codename-beginnings.js';
import { ErasedMailboxes1763803900000 } from './1763803900000-erased-mailboxes.js';
import { PublicListDay1763804000000 } from './1763804000000-public-list-day.js';

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
  NeedViewsWithoutWords1763802100000,
  DraftsAndNotes1763802200000,
  PayoutOfRelease1763802300000,
  ImportReports1763802400000,
  DisclosureFilters1763802500000,
  PersonChanges1763802510000,
  Passkeys1763802600000,
  CorrectedRequests1763802700000,
  CaseErasure1763802710000,
  CaseTransfers1763802720000,
  OrganizationSettings1763803000000,
  PaymentSamples1763803010000,
  Mailboxes1763803300000,
  PublicTexts1763803400000,
  PublicTotals1763803600000,
  FundPublicNames1763803610000,
  MailboxClocks1763803700000,
  CodenameBeginnings1763803800000,
  ErasedMailboxes1763803900000,
  PublicListDay1763804000000,
];
