export { FundAccess } from './application/fund-access.js';
export {
  explainFundRules,
  type FundRuleAnswer,
  type FundRuleCode,
  type FundRuleReason,
  type NeedFacts,
} from './domain/explain-fund-rules.js';
export type { Fund, FundKind, FundRegion, FundRules, FundState } from './domain/fund.js';
export { FundingModule } from './funding.module.js';
export { FundRow } from './infrastructure/fund.entity.js';
export type { FundWithMoney } from './infrastructure/fund.store.js';
