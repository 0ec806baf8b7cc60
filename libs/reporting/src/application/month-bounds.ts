import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@kinward/platform';
import { addMonths, type ReportPeriod } from '../domain/report-period.js';

/** From the first instant of a period to the first after it, UTC. */
export interface Bounds {
  readonly start: Date;
  readonly end: Date;
}

/** Where calendar months begin and end in a time zone; the database knows every change of the clocks. */
@Injectable()
export class MonthBounds {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param timeZone IANA name, the organisation's */
  async of(period: ReportPeriod, timeZone: string): Promise<Bounds> {
    const [bounds] = await this.unitOfWork.query<Bounds>(
      `SELECT ($1::timestamp AT TIME ZONE $3) AS start, ($2::timestamp AT TIME ZONE $3) AS "end"`,
      [`${period.from}-01`, `${addMonths(period.to, 1)}-01`, timeZone],
    );
    if (bounds === undefined) throw new Error('a period without bounds');
    return bounds;
  }
}
