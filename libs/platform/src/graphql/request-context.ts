import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type DataLoader from 'dataloader';
import type { Actor } from '../permissions/actor.js';
import { addressGroup } from './address-group.js';

/** What belongs to one HTTP request and is wiped when it has been answered. */
export interface RequestContext {
  /** The Authorization header as sent, or null. */
  readonly authorization: string | null;
  /** Where it came from, as {@link addressGroup}; null where that says nothing. Never stored as it is. */
  readonly addressGroup: string | null;
  /** Resolved once per request by the guard, whatever the number of fields. */
  actor?: Promise<Actor | null>;
  readonly loaders: Map<string, DataLoader<string, unknown>>;
  readonly onFinished: (() => void)[];
  /** Ends the connection of a client that reads its subscription too slowly; only subscriptions have one. */
  readonly cutOff?: () => void;
}

/** An empty context for a request. */
export function createRequestContext(
  authorization: string | null,
  address: string | null = null,
): RequestContext {
  const group = address === null ? null : addressGroup(address);
  return { authorization, addressGroup: group, loaders: new Map(), onFinished: [] };
}

/** The context of the request that an execution belongs to. */
export function requestContextOf(execution: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(execution).getContext<RequestContext>();
}

/** Injects the signed-in actor into a resolver method; the guard has made sure that there is one. */
export const CurrentActor = createParamDecorator(
  async (_: unknown, execution: ExecutionContext): Promise<Actor> => {
    const actor = await requestContextOf(execution).actor;
    if (actor === null || actor === undefined) throw new Error('no actor behind the guard');
    return actor;
  },
);

/** Injects where a request came from, for limits on public operations; null where that says nothing. */
export const CurrentAddressGroup = createParamDecorator(
  (_: unknown, execution: ExecutionContext): string | null =>
    requestContextOf(execution).addressGroup,
);
