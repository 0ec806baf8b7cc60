export { CaseAccess } from './application/case-access.js';
export { OpenCaseUseCase } from './application/open-case/open-case.use-case.js';
export { CasesModule } from './cases.module.js';
export { renderCaseStateDiagram, renderCaseTransitionTable } from './domain/case-state-diagram.js';
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
