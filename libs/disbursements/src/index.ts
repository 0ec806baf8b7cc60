export { FreezeDisbursementsUseCase } from './application/freeze-disbursements.use-case.js';
export { ReserveForNeedUseCase } from './application/reserve-for-need.use-case.js';
export { DisbursementsModule } from './disbursements.module.js';
export {
  renderDisbursementDiagram,
  renderDisbursementTable,
} from './domain/disbursement-diagram.js';
export { DisbursementRow } from './infrastructure/disbursement.entity.js';
export { FundReservationRow } from './infrastructure/fund-reservation.entity.js';
