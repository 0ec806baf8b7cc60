/** Progress is no result: it goes to the error stream. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
