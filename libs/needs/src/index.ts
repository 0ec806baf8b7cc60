export { ApproveNeedUseCase } from './application/approve-need.use-case.js';
export { AssessNeedUseCase } from './application/assess-need.use-case.js';
export { CallOutNeeds } from './application/call-out-needs.js';
export { ClaimedNeeds, type NeedClaims } from './application/claimed-needs.js';
export { DecideNeedUseCase } from './application/decide-need.use-case.js';
export { RecordNeedUseCase } from './application/record-need.use-case.js';
export { ScreenedClaims } from './application/screened-claims.js';
export { ScreenNeedUseCase } from './application/screen-need.use-case.js';
export { NeedEnvelope } from './application/need-envelope.js';
export { NeedDelivery } from './application/need-delivery.js';
export { NeedMoney, type NeedForMoney } from './application/need-money.js';
export { aidRefusal } from './domain/aid-state.js';
export { renderNeedsDocument } from './domain/needs-document.js';
export { availableNeedTransitions } from './domain/need-state.js';
export { NEED_STATES, OPEN_NEED_STATES, type NeedState } from './domain/need-states.js';
export type { NeedActor } from './domain/need-transitions.js';
export { nextRises, type ScoreRise } from './domain/triage-outlook.js';
export { RUNNING_CLOCK } from './domain/clocks.js';
export { listReached, type PeopleReached } from './domain/people-reached.js';
export { PRIORITIES, type Priority } from './domain/priority.js';
export { dueDayOf, LEAD_DAYS, MOST_PERIODS, RHYTHMS } from './domain/recurrence.js';
export type { NeedStory } from './domain/sealed-contents.js';
export {
  FACTOR_LIMITS,
  SINCE_HELP_DAYS,
  TIME_LEFT_DAYS,
  TRIAGE_FACTORS,
  triagePoints,
  type TriageFacts,
  type TriagePoints,
} from './domain/triage-score.js';
export { NeedRecurrenceRow } from './infrastructure/need-recurrence.entity.js';
export { NeedRow } from './infrastructure/need.entity.js';
export { NeedTransitionRecord } from './infrastructure/need-transition.entity.js';
export { NeedsModule } from './needs.module.js';
export { NeedStateEnum, PeopleReachedType } from './graphql/need.type.js';
