import { Inject, Injectable } from '@nestjs/common';
import {
  err,
  notFound,
  ok,
  refused,
  type DomainError,
  type IdGenerator,
  type Result,
} from '@kinward/kernel';
import { ID_GENERATOR, type Actor } from '@kinward/platform';
import { KeyOpener, openJson, sealJson } from '@kinward/vault';
import { CODENAME_BYTES, codenameFrom } from '../domain/codename.js';
import type { CaseIdentity } from '../domain/sealed-contents.js';
import type { CaseFileRow } from '../infrastructure/case-file.entity.js';
import { CaseFileRepository } from '../infrastructure/case-file.repository.js';

/** Draws until one is free; 3.8 million codenames make a second draw rare. */
const CODENAME_DRAWS = 50;

/** Codenames: drawn at random, never used twice, the link to an old one sealed (decision 31). */
@Injectable()
export class NewCodename {
  constructor(
    private readonly cases: CaseFileRepository,
    private readonly opener: KeyOpener,
    @Inject(ID_GENERATOR) private readonly ids: IdGenerator,
  ) {}

  /** A free codename. REFUSED with `NO_CODENAME_LEFT` when none was found. */
  async draw(): Promise<Result<string, DomainError>> {
    for (let draw = 0; draw < CODENAME_DRAWS; draw += 1) {
      const codename = codenameFrom(this.ids.bytes(CODENAME_BYTES));
      if (!(await this.cases.isCodenameTaken(codename))) return ok(codename);
    }
    return err(refused('NO_CODENAME_LEFT'));
  }

  /** A free codename that is taken from now on, for what is not a case. REFUSED with `NO_CODENAME_LEFT`. */
  async take(): Promise<Result<string, DomainError>> {
    const codename = await this.draw();
    if (codename.ok) await this.cases.registerCodename(codename.value);
    return codename;
  }

  /**
   * Gives a reopened case another codename and seals the old one on the level of identities. NOT_FOUND for
   * somebody without a grant to them.
   */
  async assign(
    actor: Actor,
    row: CaseFileRow,
  ): Promise<Result<Pick<CaseFileRow, 'codename' | 'sealedT0'>, DomainError>> {
    const opened = await this.opener.open(actor, [row.id]);
    if (!opened.ok) return opened;
    const keys = opened.value.of(row.id, 'T0');
    if (keys === null) return err(notFound());
    const codename = await this.draw();
    if (!codename.ok) return codename;
    await this.cases.registerCodename(codename.value);
    const cell = { table: 'case_file', column: 'sealed_t0', rowId: row.id, revision: 1 };
    const earlier =
      row.sealedT0 === null
        ? ok({ formerCodenames: [] })
        : openJson<CaseIdentity>(keys, cell, row.sealedT0);
    if (!earlier.ok) return earlier;
    const formerCodenames = [...earlier.value.formerCodenames, row.codename];
    return ok({ codename: codename.value, sealedT0: sealJson(keys, cell, { formerCodenames }) });
  }
}
