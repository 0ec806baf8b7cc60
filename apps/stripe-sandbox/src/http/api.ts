import { randomText } from '../state/ids.js';
import type { StoredAnswer } from '../state/notes.js';
import type { RequestMark, World } from '../world.js';
import { ApiError, invalidParameter } from './api-error.js';
import type { ApiCall, CallLog } from './call-log.js';
import { expanded } from './expand.js';
import type { Fault, Faults } from './faults.js';
import { readForm } from './form-body.js';
import { fingerprintOf, type IdempotencyKeys } from './idempotency.js';
import type { Route } from './route.js';

import { API_VERSION } from './api-version.js';
const KEY = /^Bearer (?:sk|rk)_test_\w+$/;

/** A request as the network gave it. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly version: string | undefined;
}

/** What goes back, or what happens to the connection instead. */
export type RawAnswer =
  | { readonly status: number; readonly headers: Record<string, string>; readonly body: string }
  | { readonly lost: 'drop' | 'hang' };

interface Parts {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly keys: IdempotencyKeys;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** Names the request whose events are being recorded. */
  readonly mark: (request: RequestMark | null) => void;
  readonly onChange: () => void;
}

interface Done {
  readonly status: number;
  readonly body: string;
  readonly isKept: boolean;
}

/** Answers calls of the API: key, version, idempotency, faults, then the work itself. */
export class Api {
  constructor(private readonly parts: Parts) {}

  async answer(request: RawRequest): Promise<RawAnswer> {
    const mark = { id: `req_${randomText(14)}`, idempotencyKey: request.idempotencyKey ?? null };
    const call = this.log(request, mark);
    const { keys, faults } = this.parts;
    // Only what changes something has a key; the real API ignores it elsewhere too.
    const key = request.method === 'POST' ? request.idempotencyKey : undefined;
    try {
      assertAllowed(request);
      const fault = faults.take(request.method, request.path);
      const kept = key === undefined ? undefined : this.recall(key, request);
      if (kept) return await this.replay(call, mark, kept, fault);
      if (key !== undefined) keys.hold(key);
      const answer = await this.workWith(fault, request, mark, call);
      if (key !== undefined && !('lost' in answer && answer.lost === 'hang')) keys.letGo(key);
      return answer;
    } catch (error) {
      return this.sent(call, mark, failure(error, mark));
    }
  }

  private recall(key: string, request: RawRequest): StoredAnswer | undefined {
    const fingerprint = fingerprintOf(request.method, request.path, request.body);
    return this.parts.keys.recall(key, fingerprint, this.parts.world.clock.nowMs());
  }

  private async workWith(
    fault: Fault | undefined,
    request: RawRequest,
    mark: RequestMark,
    call: ApiCall,
  ): Promise<RawAnswer> {
    const broken = fault?.kind === 'error500' ? brokenAnswer(mark) : undefined;
    if (fault?.kind === 'error429') return this.sent(call, mark, tooMany(mark));
    if (fault?.kind === 'slow') await sleep(fault.delayMs ?? 0);
    const isSkipped = fault?.workDone === false && fault.kind !== 'slow';
    const done = isSkipped ? undefined : this.work(request, mark);
    const answer = broken ?? done;
    if (answer?.isKept) this.keep(request, mark, answer);
    if (answer && fault?.kind !== 'drop' && fault?.kind !== 'hang')
      return this.sent(call, mark, answer);
    return { lost: fault?.kind === 'hang' ? 'hang' : 'drop' };
  }

  private work(request: RawRequest, mark: RequestMark): Done {
    const { world, mark: name, onChange } = this.parts;
    name(mark);
    try {
      const { expand, ...params } = readForm(
        request.method === 'POST' ? request.body : request.query,
      );
      const [route, id] = this.find(request);
      const result = route.run(world, params, id);
      const paths = Array.isArray(expand) ? expand.map(String) : [];
      const body = JSON.stringify(expanded(world, result, paths), null, 2);
      return { status: 200, body, isKept: true };
    } catch (error) {
      return failure(error, mark);
    } finally {
      name(null);
      onChange();
    }
  }

  private find(request: RawRequest): [Route, string] {
    for (const route of this.parts.routes) {
      const match = route.method === request.method ? route.pattern.exec(request.path) : null;
      if (match) return [route, match[1] ?? ''];
    }
    throw new ApiError(
      404,
      {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${request.method}: ${request.path}), or a call that this sandbox does not speak.`,
      },
      false,
    );
  }

  private keep(request: RawRequest, mark: RequestMark, { status, body }: Done): void {
    const { idempotencyKey: key, method, path } = request;
    if (key === undefined || method !== 'POST') return;
    const fingerprint = fingerprintOf(method, path, request.body);
    const storedAt = this.parts.world.clock.nowMs();
    this.parts.keys.keep(key, { fingerprint, requestId: mark.id, status, body, storedAt });
    this.parts.onChange();
  }

  private log(request: RawRequest, mark: RequestMark): ApiCall {
    return this.parts.calls.add({
      at: this.parts.world.clock.nowMs(),
      method: request.method,
      path: request.path,
      params: readForm(request.method === 'POST' ? request.body : request.query),
      idempotencyKey: mark.idempotencyKey,
      requestId: mark.id,
      status: null,
      isReplay: false,
    });
  }

  /** The kept answer, which may get lost on its way like any other. */
  private async replay(
    call: ApiCall,
    mark: RequestMark,
    kept: StoredAnswer,
    fault: Fault | undefined,
  ): Promise<RawAnswer> {
    call.isReplay = true;
    if (fault?.kind === 'slow') await sleep(fault.delayMs ?? 0);
    if (fault?.kind === 'drop' || fault?.kind === 'hang') return { lost: fault.kind };
    return this.sent(call, mark, kept, {
      'idempotent-replayed': 'true',
      'original-request': kept.requestId,
    });
  }

  private sent(
    call: ApiCall,
    mark: RequestMark,
    { status, body }: { readonly status: number; readonly body: string },
    extra: Record<string, string> = {},
  ): RawAnswer {
    call.status = status;
    const key: Record<string, string> =
      mark.idempotencyKey === null ? {} : { 'idempotency-key': mark.idempotencyKey };
    const headers = {
      'content-type': 'application/json',
      'cache-control': 'no-cache, no-store',
      'request-id': mark.id,
      'stripe-version': API_VERSION,
      ...key,
      ...extra,
    };
    return { status, headers, body };
  }
}

function assertAllowed({ authorization, version }: RawRequest): void {
  if (!KEY.test(authorization ?? ''))
    throw new ApiError(
      401,
      {
        type: 'invalid_request_error',
        message: 'Invalid API Key provided. The sandbox takes any sk_test_… or rk_test_… key.',
      },
      false,
    );
  if (version !== undefined && version !== API_VERSION)
    throw invalidParameter('Stripe-Version', `The sandbox speaks ${API_VERSION} only.`);
}

function failure(error: unknown, mark: RequestMark): Done {
  if (error instanceof ApiError)
    return {
      status: error.status,
      body: JSON.stringify(error.body(mark.id), null, 2),
      isKept: error.begun,
    };
  process.stderr.write(`stripe-sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
  return brokenAnswer(mark);
}

function brokenAnswer(mark: RequestMark): Done {
  const message = 'An unknown error occurred.';
  return failure(new ApiError(500, { type: 'api_error', message }), mark);
}

function tooMany(mark: RequestMark): Done {
  const details = { type: 'invalid_request_error', code: 'rate_limit' } as const;
  const message = 'Request rate limit exceeded.';
  return failure(new ApiError(429, { ...details, message }, false), mark);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
