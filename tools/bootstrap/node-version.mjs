// Read by any Node that knows modules: no newer syntax here or in run.mjs.

/** The sentence for a Node that is too old; undefined when it will do. */
export function nodeVersionProblem(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const enough = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
  return enough
    ? undefined
    : 'Kinward needs Node 20.19 or newer; this is v' + parts.join('.') + '.';
}
