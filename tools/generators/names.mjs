const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 40;

/** What the person asked for cannot be done; the message says why. */
export class RefusedRequest extends Error {}

/** Checks a name as given on the command line. @throws RefusedRequest */
export function checkName(what, name) {
  if (name === undefined) throw new RefusedRequest(`The name of the ${what} is missing.`);
  if (!KEBAB.test(name) || name.length > LONGEST)
    throw new RefusedRequest(
      `"${name}" is no name for a ${what}: lower-case words joined by hyphens, at most ${LONGEST} letters.`,
    );
  return name;
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** `close-case` → `CloseCase`. */
export const pascal = (name) => name.split('-').map(capital).join('');

/** `close-case` → `CLOSE_CASE`. */
export const constant = (name) => name.replaceAll('-', '_').toUpperCase();

/** `close-case` → `Close case`. */
export const sentence = (name) => capital(name.replaceAll('-', ' '));
