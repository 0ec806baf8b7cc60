/** What a caller needs to send the next change. */
export interface ChangedCase {
  readonly caseId: string;
  readonly version: number;
  /** The row that was added, where one was. */
  readonly addedId?: string;
}
