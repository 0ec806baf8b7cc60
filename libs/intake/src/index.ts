export { FamilyRequests, type TakenRequest } from './application/family/family-requests.js';
export type { RequestStanding } from './application/family/request-ending.js';
export type { Destinations, NamedOrganization } from './application/import/destination.js';
export {
  ImportSubmissionsUseCase,
  type Imported,
} from './application/import/import-submissions.use-case.js';
export { AcceptRequestUseCase } from './application/screening/accept-request.use-case.js';
export { AskApplicantUseCase } from './application/screening/ask-applicant.use-case.js';
export { AssignRequestUseCase } from './application/screening/assign-request.use-case.js';
export { CorrectRequestUseCase } from './application/screening/correct-request.use-case.js';
export { DeclineRequestUseCase } from './application/screening/decline-request.use-case.js';
export { InboxKeysUseCase } from './application/screening/inbox-keys.use-case.js';
export { MarkCallOutUseCase } from './application/screening/mark-call-out.use-case.js';
export { MergeRequestUseCase } from './application/screening/merge-request.use-case.js';
export type { FieldPath } from './domain/form/form-fields.js';
export { INTAKE_STATES } from './domain/intake-states.js';
export type { ImportReport } from './domain/planning/import-report.js';
export { IntakeRequestRow } from './infrastructure/intake-request.entity.js';
export { IntakeModule } from './intake.module.js';
