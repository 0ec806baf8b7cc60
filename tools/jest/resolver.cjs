const { existsSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Our sources import each other as `./x.js`, as they run; here the file is still `./x.ts`.
 * Packages are left alone: their `.js` are what they say.
 */
module.exports = function resolve(request, options) {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules')) {
    const source = join(options.basedir, request.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(request, options);
};
