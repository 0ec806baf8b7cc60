import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  handleProtocols,
  makeServer,
  type Context,
} from 'graphql-ws';
import { GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { WebSocketServer } from 'ws';
import type { Clock } from '@kinward/kernel';
import { reportFailures } from '../graphql/report-failures.js';
import { createRequestContext, type RequestContext } from '../graphql/request-context.js';
import { formatRequestError, requestError } from '../graphql/request-errors.js';
import type { TrustedDocuments } from '../graphql/trusted-documents.js';
import type { KinwardLogger } from '../logging/logger.js';
import { LiveConnection } from './live-connection.js';
import { LiveDocuments } from './live-documents.js';
import { runSubscription, type LiveOutlet } from './live-execution.js';
import type { LiveGate } from './live-gate.js';
import type { LiveListener } from './live-listener.js';

/** Limits of live connections (security.md § 5 has none for sockets; these hold ten times what our screens need). */
const LIMITS = {
  /** Bytes of one message from a client. */
  message: 16 * 1024,
  /** Connections of one person to this process: tabs. */
  perPerson: 8,
  /** Subscriptions of one connection. */
  subscriptions: 8,
  /** Connections that have not said yet who they are. */
  strangers: 200,
};
/** How long a stranger may take to say who it is. */
const INIT_MS = 3_000;
const SWEEP_MS = 1_000;
/** Sweeps between two signs of life. */
const PULSE_SWEEPS = 10;
const READY_MS = 5_000;

export interface LiveSocketsOptions {
  readonly httpServer: Server;
  readonly schema: GraphQLSchema;
  readonly gate: LiveGate;
  readonly listener: LiveListener;
  readonly clock: Clock;
  readonly logger: KinwardLogger;
  /** True in the demonstration, whose explorer needs reasons. */
  readonly explain: boolean;
  readonly documents: TrustedDocuments;
}

interface Extra {
  readonly connection: LiveConnection;
}

type Params = Record<string, unknown>;

interface LiveContext extends RequestContext {
  readonly outlet: LiveOutlet;
}

/**
 * Live connections: graphql-ws on `/graphql`. The token comes in the first message, never in an address. A connection
 * ends with its session: at once where that is ended, within a second where its time is over.
 */
export class LiveSockets {
  private readonly connections = new Set<LiveConnection>();
  private readonly webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.message,
    handleProtocols,
  });
  private readonly documents: LiveDocuments;
  private readonly protocol: ReturnType<typeof makeServer<Params, Extra>>;
  private readonly sweeping: NodeJS.Timeout;
  private readonly onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
    this.upgrade(request, socket, head);
  private sweeps = 0;

  constructor(private readonly options: LiveSocketsOptions) {
    this.documents = new LiveDocuments(options.schema, options.explain, options.documents);
    this.protocol = makeServer<Params, Extra>({
      connectionInitWaitTimeout: INIT_MS,
      onConnect: (context) => this.admit(context),
      onSubscribe: (context, id, payload) => this.subscribe(context, id, payload),
      subscribe: (args) => this.run(args),
    });
    options.httpServer.on('upgrade', this.onUpgrade);
    this.sweeping = setInterval(() => this.sweep(), SWEEP_MS).unref();
    options.listener.add({
      onSessionWord: (word) => this.endBy(word),
      beforeHearingAgain: () => this.checkAll([...this.connections]),
    });
  }

  /** Ends every connection; their clients find another process. */
  close(): void {
    clearInterval(this.sweeping);
    this.options.httpServer.off('upgrade', this.onUpgrade);
    for (const connection of this.connections) connection.end('GOING_AWAY');
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined);
    const refusal = this.refusalOf(request);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.open(new LiveConnection(webSocket));
    });
  }

  private refusalOf({ url, headers }: IncomingMessage): string | null {
    // An address with anything behind it might hold a token, and addresses lie in logs.
    if (url !== '/graphql') return '404 Not Found';
    const offered = headers['sec-websocket-protocol'] ?? '';
    const isOurs = offered.split(',').some((one) => one.trim() === GRAPHQL_TRANSPORT_WS_PROTOCOL);
    if (!isOurs) return '400 Bad Request';
    const strangers = [...this.connections].filter(({ guest }) => guest === null);
    return strangers.length >= LIMITS.strangers ? '503 Service Unavailable' : null;
  }

  private open(connection: LiveConnection): void {
    this.connections.add(connection);
    const closed = this.protocol.opened(
      {
        protocol: connection.protocol,
        send: (text) => connection.send(text),
        close: (code, reason) => connection.close(code ?? 1000, reason ?? ''),
        onMessage: (work) => connection.onMessage(work),
      },
      { connection },
    );
    connection.onClose((code, reason) => {
      this.connections.delete(connection);
      void closed(code, reason);
    });
  }

  private async admit(context: Context<Params, Extra>): Promise<void> {
    const { connection } = context.extra;
    const { authorization } = context.connectionParams ?? {};
    // Not kept for as long as the connection lasts.
    delete (context as { connectionParams?: unknown }).connectionParams;
    if (typeof authorization !== 'string') return connection.end('UNAUTHENTICATED');
    try {
      // Whoever is let in before the end of a session can be heard of would stay.
      await within(READY_MS, this.options.listener.ready());
      connection.guest = await this.options.gate.admit(authorization);
    } catch {
      return connection.end('TRY_LATER');
    }
    if (connection.guest === null) return connection.end('UNAUTHENTICATED');
    // Its end may have been told while it was being looked up.
    await this.checkAll([connection]);
    if (this.connectionsOf(connection.guest.actor.personId).length > LIMITS.perPerson) {
      connection.end('TOO_MANY');
    }
  }

  private subscribe(
    { extra: { connection }, subscriptions }: Context<Params, Extra>,
    id: string,
    payload: {
      readonly query: string;
      readonly operationName?: string | null | undefined;
      readonly variables?: Record<string, unknown> | null | undefined;
      readonly extensions?: Record<string, unknown> | null | undefined;
    },
  ): ExecutionArgs | readonly GraphQLError[] {
    if (Object.keys(subscriptions).length > LIMITS.subscriptions) {
      connection.end('TOO_MANY');
      return [requestError('TOO_MANY_ATTEMPTS')];
    }
    const document = this.documents.read(payload);
    if (!('kind' in document)) return document;
    const context: LiveContext = {
      ...createRequestContext(null),
      outlet: {
        id,
        send: (text) => connection.deliver(text),
        format: (errors) => this.formatted(errors),
        fail: (error) => this.fail(connection, error),
      },
      actor: Promise.resolve(connection.guest?.actor ?? null),
      cutOff: () => connection.end('COME_BACK'),
    };
    return {
      schema: this.options.schema,
      document,
      operationName: payload.operationName,
      variableValues: payload.variables,
      contextValue: context,
    };
  }

  private async run(args: ExecutionArgs) {
    const { document, operationName = null, variableValues = null } = args;
    const source = document.loc?.source.body ?? '';
    const key = JSON.stringify([source, operationName, variableValues]);
    return runSubscription(args, key, (args.contextValue as LiveContext).outlet);
  }

  private formatted(errors: readonly GraphQLError[]): readonly GraphQLError[] {
    reportFailures(this.options.logger, errors);
    return errors.map((error) => {
      const { message, extensions } = formatRequestError(error.toJSON(), this.options.explain);
      return new GraphQLError(message, { extensions: extensions ?? null });
    });
  }

  private fail(connection: LiveConnection, error: unknown): void {
    connection.end('COME_BACK');
    const errorName = error instanceof Error ? error.name : 'unknown';
    this.options.logger.error('live feed failed', { operation: 'liveFeed', errorName });
  }

  private connectionsOf(personId: string): LiveConnection[] {
    return [...this.connections].filter(
      ({ guest, hasEnded }) => guest?.actor.personId === personId && !hasEnded,
    );
  }

  /** @param word of the channel of sessions */
  private endBy(word: string): void {
    const [kind, id = ''] = word.split(':');
    for (const connection of this.connections) {
      const actor = connection.guest?.actor;
      if (kind === 'person' && actor?.personId === id) connection.end('COME_BACK');
      const isEnded = kind === 'session' && actor?.sessionIdHash.toString('hex') === id;
      if (isEnded) connection.end('UNAUTHENTICATED');
    }
  }

  private sweep(): void {
    this.sweeps += 1;
    const now = this.options.clock.now();
    const due: LiveConnection[] = [];
    for (const connection of this.connections) {
      if (this.sweeps % PULSE_SWEEPS === 0) connection.checkPulse();
      if (connection.guest !== null && connection.guest.countsUntil <= now) due.push(connection);
    }
    void this.checkAll(due);
  }

  /** Looks whether sessions still count, and ends the connections of those that do not. */
  private async checkAll(connections: readonly LiveConnection[]): Promise<void> {
    const now = this.options.clock.now();
    for (const connection of connections) {
      if (connection.guest === null || connection.hasEnded) continue;
      const { actor } = connection.guest;
      // Where nobody can tell, the connection ends: a session that may be over is not trusted.
      const countsUntil = await this.options.gate
        .countsUntil(actor.sessionIdHash)
        .catch(() => null);
      if (countsUntil === null || countsUntil <= now) connection.end('UNAUTHENTICATED');
      else connection.guest = { actor, countsUntil };
    }
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const late = AbortSignal.timeout(milliseconds);
  await Promise.race([
    work,
    new Promise((_, reject) => late.addEventListener('abort', () => reject(new Error('late')))),
  ]);
}
