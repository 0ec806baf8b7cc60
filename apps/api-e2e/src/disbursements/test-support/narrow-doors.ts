import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const LIBS = join(import.meta.dirname, '../../../../../libs');
const IMPORT = /(?:import|export)\s+(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]/g;

/** What a process needs to load a few rooms of the product without walking through whole libraries. */
export interface NarrowDoors {
  /** Specifier → address of what stands in its place. */
  readonly doors: Readonly<Record<string, string>>;
  readonly entities: readonly string[];
}

/**
 * Loading a framework takes seconds, and a process that lives for a moment has none. This walks from a few compiled
 * files to everything they use, and writes for each library on the way a door that opens on nothing else. What is
 * loaded is the product's own compiled code.
 * @param entries paths below `libs`
 * @param folder where the doors are written
 * @param standIns source text for packages that are left out
 */
export function narrowDoors(
  entries: readonly string[],
  folder: string,
  standIns: Readonly<Record<string, string>>,
): NarrowDoors {
  const seen = new Set<string>();
  const used = new Map<string, Map<string, string>>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { names, from } of importsOf(file)) {
      if (from.startsWith('.')) visit(join(dirname(file), from));
      if (!from.startsWith('@kinward/') || from === '@kinward/kernel') continue;
      const door = used.get(from) ?? new Map<string, string>();
      used.set(from, door);
      for (const name of names) {
        const room = roomOf(from, name);
        door.set(name, room);
        visit(room);
      }
    }
  };
  for (const entry of entries) visit(join(LIBS, entry));
  const sources = new Map(Object.entries(standIns));
  for (const [library, door] of used) {
    const lines = [...door].map(
      ([name, file]) => `export { ${name} } from '${pathToFileURL(file).href}';`,
    );
    sources.set(library, lines.join('\n'));
  }
  mkdirSync(folder, { recursive: true });
  const doors = [...sources].map(([specifier, source]) => {
    const path = join(folder, `${specifier.replace(/\W+/g, '-')}.mjs`);
    writeFileSync(path, source);
    return [specifier, pathToFileURL(path).href] as const;
  });
  const entities = [...seen].filter((file) => file.endsWith('.entity.js'));
  return {
    doors: Object.fromEntries(doors),
    entities: entities.map((file) => pathToFileURL(file).href),
  };
}

function importsOf(file: string): { names: readonly string[]; from: string }[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, clause = '', from = '']) => ({
    names: [...(/\{([^}]*)\}/.exec(clause)?.[1] ?? '').split(',')]
      .map((part) => part.trim().split(/\s+as\s+/)[0] ?? '')
      .filter((name) => name !== ''),
    from,
  }));
}

/** The file behind a name of a library's door. */
function roomOf(library: string, name: string): string {
  const door = join(LIBS, library.replace('@kinward/', ''), 'dist/index.js');
  const found = importsOf(door).find(({ names }) => names.includes(name));
  if (found === undefined) throw new Error(`${library} has no door to ${name}`);
  return join(dirname(door), found.from);
}
