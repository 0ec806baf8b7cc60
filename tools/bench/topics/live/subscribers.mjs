import { once } from 'node:events';
import { WebSocket } from 'ws';

const FEED = `subscription ($input: LiveFeedInput!) { liveFeed(input: $input) { __typename
  ... on LiveEvent { cursor topic ids { name value } } ... on LiveCaughtUp { cursor } } }`;

/** Screens that note when each event reached them. Both sides read and parse alike. */
export class Subscribers {
  sockets = [];
  /** Milliseconds from the telling to the reading, of one round. */
  delays = [];
  toldAt = new Map();

  /** Opens `count` sockets, dealt out to the ports, each with a token of its own or one that others have, too. */
  async open(count, ports, tokens) {
    for (let at = 0; at < count; at += 50) {
      const group = Array.from({ length: Math.min(50, count - at) }, (_, index) => {
        const place = at + index;
        return this.openOne(ports[place % ports.length], tokens[place % tokens.length]);
      });
      this.sockets.push(...(await Promise.all(group)));
    }
  }

  /** Begins a round. */
  clear() {
    this.delays = [];
    this.toldAt.clear();
  }

  close() {
    for (const socket of this.sockets) socket.terminate();
  }

  async openOne(port, token) {
    const isOurs = token !== undefined;
    const url = `ws://127.0.0.1:${port}${isOurs ? '/graphql' : ''}`;
    const socket = new WebSocket(url, isOurs ? 'graphql-transport-ws' : []);
    await once(socket, 'open');
    if (!isOurs) {
      socket.on('message', (data) => this.note(JSON.parse(data).mark));
      return socket;
    }
    const begun = new Promise((resolve, reject) => {
      socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
      socket.on('message', (data) => {
        const { type, payload } = JSON.parse(data);
        if (type === 'connection_ack') {
          const variables = { input: { topics: ['need'] } };
          const subscribe = { type: 'subscribe', id: '1', payload: { query: FEED, variables } };
          socket.send(JSON.stringify(subscribe));
        }
        if (type !== 'next') return;
        const item = payload.data.liveFeed;
        if (item.__typename === 'LiveEvent') this.note(item.ids[0].value);
        else resolve();
      });
    });
    const authorization = `Bearer ${token}`;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    await begun;
    return socket;
  }

  note(mark) {
    const toldAt = this.toldAt.get(String(mark));
    if (toldAt !== undefined) this.delays.push(performance.now() - toldAt);
  }
}
