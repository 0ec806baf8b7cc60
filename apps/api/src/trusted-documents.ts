import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { readManifest, StartupError, TrustedDocuments, type AppConfig } from '@kinward/platform';

/** What this server executes, and whether its pages may name their documents by hash. */
export interface KnownDocuments {
  readonly documents: TrustedDocuments;
  readonly knowsPages: boolean;
}

/**
 * Reads the manifest that the build of the pages left, and those that the operator names. In production nothing else runs; in
 * the demonstration any document does, so that the explorer works.
 * @param ofPages the manifest of the web application
 * @throws StartupError for a manifest that is missing or was changed
 */
export async function loadTrustedDocuments(
  { mode, documentManifests = [] }: Pick<AppConfig, 'mode' | 'documentManifests'>,
  ofPages: string,
): Promise<KnownDocuments> {
  const knowsPages = existsSync(ofPages);
  const paths = [...(knowsPages ? [ofPages] : []), ...documentManifests];
  if (mode === 'production' && paths.length === 0) {
    throw new StartupError(
      'There is no manifest of documents: build the web application (npm run build), or name one in KINWARD_DOCUMENTS.',
    );
  }
  const manifests = await Promise.all(paths.map((path) => load(path)));
  const texts = new Map(manifests.flatMap((manifest) => [...manifest]));
  return { documents: new TrustedDocuments(texts, mode === 'demo'), knowsPages };
}

async function load(path: string): Promise<Map<string, string>> {
  try {
    return readManifest(await readFile(path, 'utf8'));
  } catch {
    throw new StartupError(
      `${path} cannot be used: it must be a JSON object of documents by the SHA-256 of their text.`,
    );
  }
}
