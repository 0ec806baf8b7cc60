import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput, type InvalidInputError } from '@kinward/kernel';

/** Carries the first wrong input field from the pipe to the interceptor, without its value. */
export class InputRejected extends Error {
  constructor(readonly error: InvalidInputError) {
    super('input rejected');
    this.name = 'InputRejected';
  }
}

/** Checks inputs by their class-validator rules; the answer names the field and the rule. */
export function createInputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InputRejected(firstProblem(errors, '')),
  });
}

function firstProblem(errors: readonly ValidationError[], prefix: string): InvalidInputError {
  const [error] = errors;
  if (error === undefined) return invalidInput('input', 'INVALID');
  const path = `${prefix}${error.property}`;
  if (error.children !== undefined && error.children.length > 0) {
    return firstProblem(error.children, `${path}.`);
  }
  const rule = Object.keys(error.constraints ?? {})[0] ?? 'invalid';
  return invalidInput(path, toReason(rule));
}

/** `maxLength` → `MAX_LENGTH`. */
function toReason(rule: string): string {
  return rule.replace(/(?<lower>[a-z])(?<upper>[A-Z])/g, '$<lower>_$<upper>').toUpperCase();
}
