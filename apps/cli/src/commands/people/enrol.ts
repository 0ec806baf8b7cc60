import { isEmail } from 'class-validator';
import { EnrolPersonUseCase, generatePassphrase } from '@kinward/identity';
import { UnitOfWork, type Role } from '@kinward/platform';
import { DEMO_PEOPLE, demoEmail } from '@kinward/runtime';
import type { OperatorDesk } from '../../support/open-desk.js';
import { OperatorError } from '../../support/operator-error.js';
import { valueOf } from '../../support/refusal.js';
import type { CommandResult } from '../../support/result.js';

export interface EnrolOptions {
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly role: readonly Role[];
  readonly screener?: boolean;
  readonly probation?: boolean;
}

/** Bytes that still fit the padded field in which a name is sealed. */
const LONGEST_NAME_BYTES = 200;

/** Adds a person. The passphrase stands in the result and nowhere else. */
export async function enrol(desk: OperatorDesk, options: EnrolOptions): Promise<CommandResult> {
  const { context, directory } = desk;
  await checkOptions(desk, options);
  const organization = await directory.organization(options.organisation);
  if (organization === null) throw new OperatorError('There is no organisation of that code.');
  const passphrase = generatePassphrase();
  const useCase = context.get(EnrolPersonUseCase, { strict: false });
  const unitOfWork = context.get(UnitOfWork, { strict: false });
  const scope = { organizationId: organization.id, personId: null };
  const enrolled = await unitOfWork.run(scope, () =>
    useCase.execute({
      organizationId: organization.id,
      email: options.email,
      displayName: options.name,
      roles: [...new Set(options.role)],
      screener: options.screener === true,
      standing: options.probation === true ? 'PROBATION' : 'ACTIVE',
      passphrase,
    }),
  );
  const { personId } = valueOf(enrolled);
  const text = [
    `Enrolled ${personId}.`,
    '',
    `Passphrase: ${passphrase}`,
    '',
    'It is shown this once; hand it over in person. Before the person can receive access to cases, two trustees',
    `must certify: kinward people certify --person ${personId} --trustee-key FILE --trustee-key FILE`,
  ].join('\n');
  return { text, data: { personId, passphrase } };
}

async function checkOptions(desk: OperatorDesk, { email, name }: EnrolOptions): Promise<void> {
  if (!isEmail(email)) throw new OperatorError('That is not an e-mail address.');
  if (name.trim() === '' || Buffer.byteLength(name) > LONGEST_NAME_BYTES) {
    throw new OperatorError('The name is empty or too long.');
  }
  const isDemo = DEMO_PEOPLE.some((someone) => demoEmail(someone) === email.trim().toLowerCase());
  if (isDemo && desk.config.mode === 'production') {
    throw new OperatorError('That address belongs to the demo, whose passphrases are public.');
  }
  if ((await desk.directory.personByEmail(email)) !== null) {
    throw new OperatorError('Somebody signs in with that address already.');
  }
}
