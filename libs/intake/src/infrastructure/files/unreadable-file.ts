/** Why a file as a whole cannot be read; what was read of it before stays. */
export const FILE_FAULTS = [
  'NOT_AN_EXPORT',
  'NOT_UTF8',
  'BROKEN_FILE',
  'ZIP_TOO_LARGE',
  'FILE_NOT_FOUND',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** Thrown by readers, and turned into a refusal by whoever asked for the rows. */
export class UnreadableFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
    this.name = 'UnreadableFile';
  }
}
