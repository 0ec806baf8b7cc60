import { connect } from 'node:net';
import { closedLoop } from './closed-loop.mjs';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** The bytes of a POST request, made once and sent as often as needed. */
export function postRequest({ path, body, token = null }) {
  const text = JSON.stringify(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    ...(token === null ? [] : [`authorization: Bearer ${token}`]),
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`);
}

/**
 * One connection that stays open and carries one request at a time. It reads no more of an answer than
 * its status and length, so that the load costs little of the machine that it measures.
 */
export class HttpConnection {
  #socket;
  #waiting = null;
  #chunks = [];
  #received = 0;
  #expected = null;

  static async open(port) {
    const connection = new HttpConnection();
    connection.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve, reject) => {
      connection.#socket.once('connect', resolve).once('error', reject);
    });
    connection.#socket.on('data', (chunk) => connection.#take(chunk));
    connection.#socket.on('error', (error) => connection.#settle(error));
    connection.#socket.on('close', () => connection.#settle(new Error('the server hung up')));
    return connection;
  }

  /** Sends the bytes of a request and returns status and body. @throws Error when the connection breaks */
  send(bytes) {
    if (this.#waiting !== null) throw new Error('one request at a time');
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    this.#expected ??= this.#expectedLength();
    if (this.#expected === null || this.#received < this.#expected.total) return;
    const all = Buffer.concat(this.#chunks);
    const { body } = this.#expected;
    this.#chunks = [];
    this.#received = 0;
    this.#expected = null;
    const status = Number(all.toString('latin1', 9, 12));
    this.#settle(null, { status, body: all.subarray(body) });
  }

  #expectedLength() {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)];
    const [start] = this.#chunks;
    const end = start.indexOf(END_OF_HEAD);
    if (end < 0) return null;
    const length = LENGTH.exec(start.toString('latin1', 0, end))?.[1];
    const body = end + END_OF_HEAD.length;
    if (length === undefined) this.#settle(new Error('an answer without content-length'));
    return { body, total: body + Number(length ?? 0) };
  }

  #settle(error, answer) {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (error === null) waiting?.resolve(answer);
    else waiting?.reject(error);
  }
}

/**
 * Keeps connections busy with requests, each sent when the one before is answered.
 *
 * @param {{ port: number, connections: number, ms: number, request: (connection: number) => Buffer,
 *   check?: (body: Buffer) => boolean }} load `check` sees every body; an answer other than 200 fails
 * @returns {Promise<{ latencies: number[], count: number, seconds: number }>}
 */
export async function httpLoad({ port, connections, ms, request, check = () => true }) {
  const open = await Promise.all(
    Array.from({ length: connections }, () => HttpConnection.open(port)),
  );
  const one = async (index) => {
    const { status, body } = await open[index].send(request(index));
    if (status !== 200 || !check(body)) {
      throw new Error(`the server answered ${status} ${body.toString('utf8', 0, 300)}`);
    }
  };
  try {
    return await closedLoop({ clients: connections, request: one, ms });
  } finally {
    for (const connection of open) connection.close();
  }
}
