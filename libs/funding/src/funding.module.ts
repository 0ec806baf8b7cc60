import { Module } from '@nestjs/common';
import { IdentityModule } from '@kinward/identity';
import { defineInvariants, LedgerModule } from '@kinward/ledger';
import { OrganizationsModule } from '@kinward/organizations';
import { CASE_CARD_INVARIANTS } from './application/case-card-invariants.js';
import { CaseCards } from './application/case-cards.js';
import { DonorDoor } from './application/donors/donor-door.js';
import { DonorWishes } from './application/donors/donor-wishes.js';
import { ForgetDonorUseCase } from './application/donors/forget-donor.use-case.js';
import { GiftOpener } from './application/donors/gift-opener.js';
import { GiveOptionsQuery } from './application/donors/give-options.query.js';
import { MyGiftsQuery } from './application/donors/my-gifts.query.js';
import { MySpendingQuery } from './application/donors/my-spending.query.js';
import { NewCardUseCase } from './application/donors/new-card.use-case.js';
import { ReceiptFileQuery } from './application/donors/receipt-file.query.js';
import { StartGiftUseCase } from './application/donors/start-gift.use-case.js';
import { StatementFileQuery } from './application/donors/statement-file.query.js';
import { FinanceListsQuery } from './application/finance/finance-lists.query.js';
import { GiftQuery } from './application/finance/gift.query.js';
import { RefundGiftUseCase } from './application/finance/refund-gift.use-case.js';
import { RetryPaymentEventUseCase } from './application/finance/retry-payment-event.use-case.js';
import { FundAccess } from './application/fund-access.js';
import { FundingNews } from './application/funding-news.js';
import { ChangeFundUseCase } from './application/funds/change-fund.use-case.js';
import { FundsQuery } from './application/funds/funds.query.js';
import { OpenFundUseCase } from './application/funds/open-fund.use-case.js';
import { AdvanceGrantUseCase } from './application/grants/advance-grant.use-case.js';
import { BookGrantInstalmentUseCase } from './application/grants/book-instalment.use-case.js';
import { ChangeGrantLinesUseCase } from './application/grants/change-grant-lines.use-case.js';
import { GrantsQuery } from './application/grants/grants.query.js';
import { GRANT_INVARIANTS } from './application/grants/grant-invariants.js';
import { RecordGrantUseCase } from './application/grants/record-grant.use-case.js';
import { SetUpGrantUseCase } from './application/grants/set-up-grant.use-case.js';
import { OwnPack } from './application/own-pack.js';
import { StripeAccess } from './application/stripe-access.js';
import { WebhookIntake } from './application/webhook-intake.js';
import { DonorReportResolver } from './graphql/donor-report.resolver.js';
import { DonorResolver } from './graphql/donor.resolver.js';
import { FinanceResolver } from './graphql/finance.resolver.js';
import { FundResolver } from './graphql/fund.resolver.js';
import { GrantResolver } from './graphql/grant.resolver.js';
import './graphql/reason-texts.js';
import { DonorSeal } from './infrastructure/donor-seal.js';
import { GiftLimiter } from './infrastructure/gift-limiter.js';

defineInvariants(CASE_CARD_INVARIANTS);
defineInvariants(GRANT_INVARIANTS);

/** Money that comes in: funds, grants, gifts, and what donors may do with them. */
@Module({
  imports: [IdentityModule, LedgerModule, OrganizationsModule],
  providers: [
    AdvanceGrantUseCase,
    BookGrantInstalmentUseCase,
    CaseCards,
    ChangeFundUseCase,
    ChangeGrantLinesUseCase,
    DonorDoor,
    DonorReportResolver,
    DonorResolver,
    DonorSeal,
    DonorWishes,
    FinanceListsQuery,
    FinanceResolver,
    ForgetDonorUseCase,
    FundAccess,
    FundingNews,
    FundResolver,
    FundsQuery,
    GiftQuery,
    GiftLimiter,
    GiftOpener,
    GiveOptionsQuery,
    GrantResolver,
    GrantsQuery,
    MyGiftsQuery,
    MySpendingQuery,
    NewCardUseCase,
    OpenFundUseCase,
    OwnPack,
    ReceiptFileQuery,
    RecordGrantUseCase,
    RefundGiftUseCase,
    RetryPaymentEventUseCase,
    SetUpGrantUseCase,
    StartGiftUseCase,
    StatementFileQuery,
    StripeAccess,
    WebhookIntake,
  ],
  exports: [CaseCards, FundAccess, FundsQuery, GrantsQuery],
})
export class FundingModule {}
