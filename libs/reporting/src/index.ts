export {
  dueTotals,
  takeTotals,
  type DueTotals,
  type TotalsWork,
} from './application/totals/take-totals.js';
export { ReportingModule } from './reporting.module.js';
