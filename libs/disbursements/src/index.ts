export { DisbursementsModule } from './disbursements.module.js';
