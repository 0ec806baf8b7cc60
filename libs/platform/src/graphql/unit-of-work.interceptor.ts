import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { getNamedType, isUnionType, type GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { err, ok, type DomainError, type Result } from '@kinward/kernel';
import { UnitOfWork } from '../database/unit-of-work.js';
import { requestContextOf } from './request-context.js';
import { InputRejected } from './input-validation.js';
import { inputError, requestError } from './request-errors.js';
import { toUserError } from './user-error.js';

/**
 * Gives every root operation one unit of work and turns its `Result` into the GraphQL answer: the
 * value, or a member of the union that implements `UserError`. The commit comes before the answer.
 */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<GqlContextType>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(execution).getInfo<GraphQLResolveInfo>();
    const isRoot = info.path.prev === undefined;
    return isRoot ? from(this.operate(execution, next, info)) : next.handle();
  }

  private async operate(
    execution: ExecutionContext,
    next: CallHandler,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const actor = (await requestContextOf(execution).actor) ?? null;
    const scope = {
      organizationId: actor?.organizationId ?? null,
      personId: actor?.personId ?? null,
    };
    const result = await this.unitOfWork.run(scope, () => handle(next));
    if (result.ok) return result.value;
    const isAnswer = info.operation.operation !== 'subscription';
    if (isAnswer && isUnionType(getNamedType(info.returnType))) return toUserError(result.error);
    throw result.error.kind === 'INVALID_INPUT'
      ? inputError(result.error.field, result.error.reason)
      : requestError('NOT_FOUND');
  }
}

async function handle(next: CallHandler): Promise<Result<unknown, DomainError>> {
  try {
    const answer: unknown = await lastValueFrom(next.handle());
    return isResult(answer) ? answer : ok(answer);
  } catch (error) {
    if (error instanceof InputRejected) return err(error.error);
    throw error;
  }
}

function isResult(answer: unknown): answer is Result<unknown, DomainError> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return 'value' in answer || 'error' in answer;
}
