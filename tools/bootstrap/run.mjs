// The way into every command of Kinward. Only what an old Node can read may stand here, so that it
// can say that it is too old; everything else is loaded after that.
import { nodeVersionProblem } from './node-version.mjs';

var problem = nodeVersionProblem(process.version);
if (problem) {
  process.stderr.write(problem + '\n');
  process.exitCode = 1;
} else {
  import('./main.mjs').then(function (main) {
    return main.run(process.argv.slice(2));
  });
}
