export {
  dueTotals,
  takeTotals,
  type DueTotals,
  type TotalsWork,
} from './application/totals/take-totals.js';
export { TotalsGate } from './application/totals/totals-gate.js';
export { writeTotals, type TakenTotals } from './infrastructure/write-totals.js';
export { ReportingModule } from './reporting.module.js';
