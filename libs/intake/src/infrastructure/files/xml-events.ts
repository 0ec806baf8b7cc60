import { SaxesParser } from 'saxes';
import { UnreadableFile } from './unreadable-file.js';

export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML a chunk at a time and yields after each, so that a listener's findings can be handed on before the next.
 * Names come without their prefix. A document type is refused: nothing we read needs one, and it is how XML attacks.
 * @throws UnreadableFile BROKEN_FILE
 */
export async function* xmlEvents(
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8');
  parser.on('doctype', () => {
    throw new UnreadableFile('BROKEN_FILE');
  });
  parser.on('error', () => {
    throw new UnreadableFile('BROKEN_FILE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    listener.open?.(local(name), attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => listener.close?.(local(name)));
  parser.on('text', (text) => listener.text?.(text));
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

/** Reads a small document to its end. */
export async function readXml(chunks: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const events = xmlEvents(chunks, listener);
  while ((await events.next()).done !== true);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
