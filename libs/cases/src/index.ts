export { CaseAccess } from './application/case-access.js';
export { OpenCaseUseCase } from './application/open-case/open-case.use-case.js';
export { CasesModule } from './cases.module.js';
export { renderCaseStateDiagram, renderCaseTransitionTable } from './domain/case-state-diagram.js';
export { loadBand } from './domain/holders.js';
export { CASE_STATES, type CaseState } from './domain/case-states.js';
export { availableTransitions } from './domain/case-state.js';
export type { CaseTransition } from './domain/case-transitions.js';
export type * from './domain/sealed-contents.js';
export { contactOverdue } from './domain/next-step.js';
export { CaseFileRow } from './infrastructure/case-file.entity.js';
export { CaseTransitionRow, TransitionSignatureRow } from './infrastructure/case-history.entity.js';
export {
  ConsentRow,
  ContactAttemptRow,
  ContactChannelRow,
} from './infrastructure/contact.entity.js';
export {
  HouseholdMemberRow,
  HouseholdPrisonerRow,
  HouseholdRow,
} from './infrastructure/family.entity.js';
export { PrisonerRow, PrisonerStatusRow } from './infrastructure/prisoner.entity.js';
export { CaseStateEnum, CaseTransitionEnum } from './graphql/transition-case.type.js';
