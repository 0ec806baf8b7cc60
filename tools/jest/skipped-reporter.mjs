/** Lists every test that was not run, with the reason its name gives after "skipped:". */
export default class SkippedReporter {
  onRunComplete(_contexts, { testResults }) {
    const skipped = testResults.flatMap(({ testResults: tests }) => skippedTests(tests));
    if (skipped.length === 0) return;
    process.stderr.write(`\nNot run (${skipped.length}):\n${skipped.join('\n')}\n`);
  }
}

/** One line per skipped test of a file. */
export function skippedTests(tests) {
  return tests
    .filter(({ status }) => ['pending', 'skipped', 'disabled', 'todo'].includes(status))
    .map(({ fullName }) => {
      const reason = /skipped: (.+)/.exec(fullName);
      return reason
        ? `  ${fullName.replace(reason[0], '').trim()}\n    skipped: ${reason[1]}`
        : `  ${fullName}\n    skipped: no reason given`;
    });
}
