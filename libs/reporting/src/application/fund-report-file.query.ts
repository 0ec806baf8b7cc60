import { Injectable } from '@nestjs/common';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import { OrganizationSettingsQuery } from '@kinward/organizations';
import type { Actor } from '@kinward/platform';
import { reportCsv } from '../domain/report-csv.js';
import { reportSheet } from '../domain/report-sheet.js';
import { reportWords } from '../domain/report-words.js';
import { FundReportQuery, type FundReportOrder } from './fund-report.query.js';
import { GrantProgressQuery } from './grant-progress.query.js';
import { reportPdf } from './report-pdf.js';

export const REPORT_FORMATS = ['PDF', 'CSV'] as const;

export interface ReportFileOrder extends FundReportOrder {
  readonly format: (typeof REPORT_FORMATS)[number];
  /** en, be, ru, pl or lt; English for any other. */
  readonly language: string;
}

/** A file for whoever asked; it holds totals and no rows. */
export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/**
 * The report of a fund as a file: sums, people in coarse numbers, targets against results (domain.md B43). It tells
 * what `fundReport` and `grantProgress` tell the same person.
 */
@Injectable()
export class FundReportFileQuery {
  constructor(
    private readonly reports: FundReportQuery,
    private readonly grants: GrantProgressQuery,
    private readonly settings: OrganizationSettingsQuery,
  ) {}

  /** Errors: those of the report. */
  async read(actor: Actor, order: ReportFileOrder): Promise<Result<ReportFile, DomainError>> {
    const report = await this.reports.report(actor, order);
    if (!report.ok) return report;
    const { name: organization, today, smallestCell } = await this.settings.own();
    const progress = await this.grants.list(actor);
    const grants = progress
      .filter(({ fund }) => fund.id === report.value.fundId)
      .map(({ grant, lines }) => ({ code: grant.code, lines }));
    const content = { ...report.value, organization, today, smallestCell, grants };
    const sheet = reportSheet(content, reportWords(order.language));
    const { from, to } = report.value.period;
    const stem = `report-${report.value.code}-${from}-${to}`.toLowerCase();
    return order.format === 'PDF'
      ? ok({ name: `${stem}.pdf`, mediaType: 'application/pdf', bytes: await reportPdf(sheet) })
      : ok({ name: `${stem}.csv`, mediaType: 'text/csv', bytes: Buffer.from(reportCsv(sheet)) });
  }
}
