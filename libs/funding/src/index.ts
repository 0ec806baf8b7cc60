export { CaseCards, type OpenCardCommand, type OpenedCard } from './application/case-cards.js';
export { dueCards, endCard } from './application/end-cards.js';
export { DonorWishes } from './application/donors/donor-wishes.js';
export { ForgetDonorUseCase } from './application/donors/forget-donor.use-case.js';
export { StartGiftUseCase } from './application/donors/start-gift.use-case.js';
export { RefundGiftUseCase } from './application/finance/refund-gift.use-case.js';
export { OpenFundUseCase } from './application/funds/open-fund.use-case.js';
export { AdvanceGrantUseCase } from './application/grants/advance-grant.use-case.js';
export { BookGrantInstalmentUseCase } from './application/grants/book-instalment.use-case.js';
export { RecordGrantUseCase } from './application/grants/record-grant.use-case.js';
export { GrantsQuery } from './application/grants/grants.query.js';
export { FundsQuery } from './application/funds/funds.query.js';
export { FundAccess } from './application/fund-access.js';
export { catchUp, type Listed } from './application/processing/catch-up.js';
export { coverReceivables } from './application/processing/cover-receivables.js';
export { drainInbox } from './application/processing/drain-inbox.js';
export { openGiftWork, type GiftSurroundings } from './application/processing/gift-work.js';
export { sendCalls } from './application/processing/send-calls.js';
export type { GiftWork, Transactions } from './application/processing/tools.js';
export { CATCH_UP_TASK, DRAIN_TASK, SEND_CALLS_TASK } from './application/task-names.js';
export {
  explainFundRules,
  type FundRuleAnswer,
  type FundRuleCode,
  type FundRuleReason,
  type NeedFacts,
} from './domain/explain-fund-rules.js';
export type { Fund, FundKind, FundRegion, FundRules, FundState } from './domain/fund.js';
export { lineOf, type GrantLine } from './domain/grant-lines.js';
export type { GrantState } from './domain/grant-state.js';
export { GIFT_STATES } from './domain/gift-state.js';
export { PLEDGE_STATES } from './domain/pledge-state.js';
export { FundingModule } from './funding.module.js';
export { registerFundingRoutes } from './http/funding-routes.js';
export type { DueCard } from './infrastructure/card-end.store.js';
export { ProviderRefusal, ProviderSilent } from './infrastructure/stripe/provider-failure.js';
export { FundRow } from './infrastructure/fund.entity.js';
export type { FundWithMoney } from './infrastructure/fund.store.js';
export { euros, makeSheet, MARGIN } from './infrastructure/donor-sheet.js';
export type { GrantWithMoney } from './infrastructure/grant.store.js';
