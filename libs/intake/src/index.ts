export type { Destinations, NamedOrganization } from './application/import/destination.js';
export {
  ImportSubmissionsUseCase,
  type Imported,
} from './application/import/import-submissions.use-case.js';
export type { ImportReport } from './domain/planning/import-report.js';
export { IntakeRequestRow } from './infrastructure/intake-request.entity.js';
export { IntakeModule } from './intake.module.js';
