import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { OperationName } from './permissions.generated.js';

export const OPERATION_METADATA = 'kinward:operation';
export const PUBLIC_METADATA = 'kinward:public';

/** Declares which row of docs/permissions.md governs a resolver method. */
export function Allow(operation: OperationName): CustomDecorator {
  return SetMetadata(OPERATION_METADATA, operation);
}

/** Declares that a resolver method needs no session, and why. */
export function Public(reason: string): CustomDecorator {
  return SetMetadata(PUBLIC_METADATA, reason);
}
