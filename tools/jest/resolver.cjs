const { existsSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(require.resolve('./resolver.cjs'), '../../..');
/** Tests of the whole server from outside. */
const BLACK_BOX = join(ROOT, 'apps/api-e2e');
/** See native-modules.mjs. */
const STAND_INS = join(ROOT, 'node_modules/.cache/kinward-test-modules');

/**
 * Our sources import each other as `./x.js`, as they run; here the file is still `./x.ts`.
 * Black-box tests get stand-ins of the libraries. Other packages are left alone: their `.js` are what they say.
 */
module.exports = function resolve(request, options) {
  if (!request.startsWith('.') && options.basedir.startsWith(BLACK_BOX)) {
    const standIn = join(STAND_INS, `${request}.mjs`);
    if (existsSync(standIn)) return standIn;
  }
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules')) {
    const source = join(options.basedir, request.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(request, options);
};
