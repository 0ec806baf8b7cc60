import { constant, pascal, sentence } from './names.mjs';

/** The files of a new use case: the class and a spec that shows its first refusal. */
export function planUseCase({ domain, name }) {
  const folder = `libs/${domain}/src/application/${name}`;
  return {
    mustExist: [`libs/${domain}/src/${domain}.module.ts`],
    mustNotExist: [folder],
    files: {
      [`${folder}/${name}.use-case.ts`]: useCase(name),
      [`${folder}/${name}.use-case.spec.ts`]: spec(name),
    },
    next: [
      `Add ${pascal(name)}UseCase to the providers of libs/${domain}/src/${domain}.module.ts.`,
      'Put the decision into a pure function in domain/ and list its errors in the doc comment.',
      'Add the operation to docs/permissions.md, then the resolver method with @Allow(…).',
    ],
  };
}

function useCase(name) {
  return `import { Injectable } from '@nestjs/common';
import {
  err,
  invalidInput,
  isUuid,
  ok,
  type InvalidInputError,
  type Result,
} from '@kinward/kernel';
import { AuditTrail } from '@kinward/platform';

export interface ${pascal(name)}Command {
  readonly id: string;
}

/**
 * ${sentence(name)}, in the order lock, read, decide, write.
 *
 * Errors: \`INVALID_INPUT\` when \`id\` is not an id.
 */
@Injectable()
export class ${pascal(name)}UseCase {
  constructor(private readonly audit: AuditTrail) {}

  async execute(command: ${pascal(name)}Command): Promise<Result<void, InvalidInputError>> {
    if (!isUuid(command.id)) return err(invalidInput('id', 'NOT_AN_ID'));

    this.audit.record({
      action: '${constant(name)}',
      subjectKind: 'CASE',
      subjectId: command.id,
    });
    return ok();
  }
}
`;
}

function spec(name) {
  return `import { describe, expect, it } from '@jest/globals';
import { AuditTrail, type AuditRecord } from '@kinward/platform';
import { ${pascal(name)}UseCase } from './${name}.use-case.js';

class AuditInMemory extends AuditTrail {
  readonly records: AuditRecord[] = [];

  override record(entry: AuditRecord): void {
    this.records.push(entry);
  }
}

describe('${sentence(name).toLowerCase()}', () => {
  it('refuses what is not an id and leaves no trace', async () => {
    const audit = new AuditInMemory();

    const result = await new ${pascal(name)}UseCase(audit).execute({ id: 'T_1' });

    expect(result).toMatchObject({ ok: false, error: { kind: 'INVALID_INPUT', field: 'id' } });
    expect(audit.records).toEqual([]);
  });

  it('is on the audit trail', async () => {
    const audit = new AuditInMemory();
    const id = '00000000-0000-4000-8000-000000000001';

    const result = await new ${pascal(name)}UseCase(audit).execute({ id });

    expect(result.ok).toBe(true);
    expect(audit.records).toMatchObject([{ action: '${constant(name)}', subjectId: id }]);
  });
});
`;
}
