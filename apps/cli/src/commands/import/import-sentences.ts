const SENTENCES: Readonly<Record<string, string>> = {
  BROKEN_FILE:
    'The file is damaged or ends in the middle; export it again. Rows before that are in.',
  FILE_NOT_FOUND: 'There is no such file, or it cannot be read.',
  INTEGRITY:
    'The key of an inbox is not the one that was signed for it; an alarm was raised, nothing was written to it.',
  NOT_AN_EXPORT: 'That is no export of the intake form: it has no question for consent.',
  NOT_UTF8: 'The file is not in UTF-8; export it again as CSV (UTF-8) or as XLSX.',
  NO_INTAKE_INBOX:
    'An organisation that the file names has no inbox to seal to yet; a coordinator who may screen opens it at the desk first. Run the command again after that: what is in already stays as it is.',
  ORGANISATION_REQUIRED:
    'The form does not ask which organisation it is for; name one with --organisation CODE.',
  ZIP_TOO_LARGE: 'The workbook unpacks to more than any export; it was not read further.',
};

/** What to do about an import that stopped, in one sentence. */
export function importSentence(code: string): string {
  return SENTENCES[code] ?? `The import was refused (${code}).`;
}
