import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  OPERATION_METADATA,
  OPERATION_PERMISSIONS,
  PUBLIC_METADATA,
  requestContextOf,
  requestError,
  type Actor,
  type OperationName,
  type RequestContext,
  type Role,
} from '@kinward/platform';
import { SessionAuthenticator } from '../application/session-authenticator.js';

/**
 * Lets a root operation through when its row of docs/permissions.md names one of the actor's roles.
 * A method without a declaration is refused, not allowed.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: SessionAuthenticator,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<GqlContextType>() !== 'graphql') return true;
    const info = GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>();
    // Fields below the root were let through with the operation they belong to.
    if (info.path.prev !== undefined) return true;
    const handler = execution.getHandler();
    if (this.reflector.get<string>(PUBLIC_METADATA, handler) !== undefined) return true;
    const operation = this.reflector.get<OperationName>(OPERATION_METADATA, handler);
    const actor = await this.actorOf(requestContextOf(execution));
    if (actor === null) throw requestError('UNAUTHENTICATED');
    if (operation === undefined || !isAllowed(operation, actor)) throw requestError('FORBIDDEN');
    return true;
  }

  private actorOf(context: RequestContext): Promise<Actor | null> {
    context.actor ??= this.authenticator.authenticate(context.authorization).then((request) => {
      if (request === null) return null;
      context.onFinished.push(request.wipe);
      return request.actor;
    });
    return context.actor;
  }
}

function isAllowed(operation: OperationName, actor: Actor): boolean {
  const allowed: readonly Role[] = OPERATION_PERMISSIONS[operation].roles;
  return allowed.some((role) => actor.roles.has(role));
}
