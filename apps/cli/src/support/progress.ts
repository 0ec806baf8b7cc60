/** Progress is no result: it goes to the error stream. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Rewrites one line of a terminal; a log gets no line for it. */
export function rowsRead(rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${String(rows)} rows read`);
}
