/**
 * Runs the steps one after the other, to the end even when one fails, so that one run shows all
 * there is to mend. A step that throws has failed.
 *
 * @param steps `{ name, says, run(context) → { problems, notes? } }`
 * @param print told each line
 * @returns the names of the failed steps
 */
export async function runSteps(steps, context, print) {
  const failed = [];
  for (const step of steps) {
    const start = performance.now();
    const { problems, notes = [] } = await settle(step, context);
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
    const verdict = problems.length === 0 ? 'ok    ' : 'FAILED';

    print(`${verdict} ${step.name.padEnd(13)}${seconds} s  ${step.says}`);
    for (const line of [...notes, ...problems]) print(indent(line));
    if (problems.length > 0) failed.push(step.name);
  }
  return failed;
}

async function settle(step, context) {
  try {
    return await step.run(context);
  } catch (error) {
    return { problems: [error.stack ?? String(error)] };
  }
}

const indent = (text) => text.replace(/^/gm, '       ');
