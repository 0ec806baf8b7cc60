import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { ExportSource } from './export-source.js';
import { UnreadableFile } from './unreadable-file.js';

/** A workbook has a dozen parts; more is no workbook. */
const MOST_ENTRIES = 500;
/** Unpacked bytes of one part, and how many times its packed size it may have beyond the first megabytes. */
const MOST_BYTES = 1_000_000_000;
const MOST_RATIO = 200;
const FREE_BYTES = 20_000_000;

/** Parts of a ZIP file, unpacked a chunk at a time and never onto a disk. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws UnreadableFile BROKEN_FILE, or ZIP_TOO_LARGE for more parts than a workbook has */
  static async open(source: ExportSource): Promise<ZipArchive> {
    const zip = await openZip(source).catch(() => {
      throw new UnreadableFile('BROKEN_FILE');
    });
    try {
      return new ZipArchive(zip, await readEntries(zip));
    } catch (error) {
      zip.close();
      throw error instanceof UnreadableFile ? error : new UnreadableFile('BROKEN_FILE');
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The bytes of one part. What the archive says of sizes is not believed: bytes are counted as they come.
   * @throws UnreadableFile BROKEN_FILE or ZIP_TOO_LARGE
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new UnreadableFile('BROKEN_FILE');
    const most = Math.min(MOST_BYTES, Math.max(FREE_BYTES, entry.compressedSize * MOST_RATIO));
    if (entry.uncompressedSize > most) throw new UnreadableFile('ZIP_TOO_LARGE');
    let bytes = 0;
    try {
      const stream = await this.streamOf(entry);
      for await (const chunk of stream) {
        bytes += (chunk as Buffer).length;
        if (bytes > most) throw new UnreadableFile('ZIP_TOO_LARGE');
        yield chunk as Buffer;
      }
    } catch (error) {
      throw error instanceof UnreadableFile ? error : new UnreadableFile('BROKEN_FILE');
    }
  }

  close(): void {
    this.zip.close();
  }

  private streamOf(entry: Entry): Promise<NodeJS.ReadableStream> {
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error === null) resolve(stream);
        else reject(error);
      });
    });
  }
}

async function openZip(source: ExportSource): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  if (source.kind === 'BYTES') {
    const fromBuffer = promisify<Buffer, typeof options, ZipFile>(yauzl.fromBuffer);
    return fromBuffer(source.bytes, options);
  }
  return promisify<string, typeof options, ZipFile>(yauzl.open)(source.path, options);
}

function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_ENTRIES) return Promise.reject(new UnreadableFile('ZIP_TOO_LARGE'));
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => {
      resolve(entries);
    });
    zip.once('error', reject);
    zip.readEntry();
  });
}
