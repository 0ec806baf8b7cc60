import type { CaseAccess } from '@kinward/cases';
import type { DomainError, Result } from '@kinward/kernel';

type ValueOf<Method> = Method extends (
  ...parameters: never[]
) => Promise<Result<infer Value, DomainError>>
  ? Value
  : never;

/** A locked case with the keys of somebody who may read its story. */
export type OpenCase = ValueOf<CaseAccess['open']>;
