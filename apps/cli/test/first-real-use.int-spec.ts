import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CertificateRepository } from '@kinward/identity';
import { toId } from '@kinward/kernel';
import { UnitOfWork } from '@kinward/platform';
import { startTestDesk } from '@kinward/testing';
import { openOperatorBench, type OperatorBench } from './test-support/run-cli.js';

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) {
  ... on LoginSucceeded { token } ... on UserError { code } } }`;
const EMAIL = 'Demo-New@demo-house.example';

/** Each step builds on the one before, as it does for an operator, so they are one test. */
describe('the first real use', () => {
  let bench: OperatorBench;

  beforeAll(async () => {
    bench = await openOperatorBench();
  });

  afterAll(() => bench.close());

  const keyFile = (number: number) => join(bench.keys, `trustee-${String(number)}.key`);
  const certify = (...files: string[]) =>
    bench.run('people', 'certify', '--email', EMAIL, ...files.flatMap((f) => ['--trustee-key', f]));

  it('goes from keys to a certified person who works, is suspended and comes back', async () => {
    // Keys
    const written = await bench.json('keys', 'init', '--out', bench.keys);
    expect(written.trusteeFiles).toHaveLength(3);
    expect(readdirSync(bench.keys).sort()).toEqual([
      'recovery-bridge.key',
      'recovery-harbour.key',
      'recovery-lantern.key',
      'trustee-1.key',
      'trustee-2.key',
      'trustee-3.key',
    ]);
    for (const file of readdirSync(bench.keys)) {
      expect(statSync(join(bench.keys, file)).mode & 0o777).toBe(0o600);
    }
    const pinned = readFileSync(join(bench.home, 'config.json'), 'utf8');
    for (const number of [1, 2, 3]) {
      const { publicKey, secretKey } = JSON.parse(readFileSync(keyFile(number), 'utf8'));
      expect(pinned).toContain(publicKey);
      expect(pinned).not.toContain(secretKey);
    }
    const again = await bench.run('keys', 'init', '--out', join(bench.keys, 'again'));
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toBe('The public keys are pinned already; nothing was changed.\n');
    expect(existsSync(join(bench.keys, 'again'))).toBe(false);

    // An organisation that came later
    const { organizationId } = await bench.json(
      ...['organisations', 'add', '--code', 'demo-house', '--name', 'Demo-House'],
      ...['--jurisdiction', 'by', '--time-zone', 'Europe/Warsaw'],
    );
    const later = ['keys', 'init', '--add-organisation', 'demo-house', '--out', bench.keys];
    const added = await bench.json(...later);
    expect(added.recoveryFiles).toEqual([join(bench.keys, 'recovery-demo-house.key')]);
    expect((await bench.run(...later)).code).toBe(1);
    expect(readFileSync(join(bench.home, 'config.json'), 'utf8')).toContain(organizationId);

    // A person
    const enrol = [
      ...['people', 'enrol', '--organisation', 'demo-house', '--email', EMAIL],
      ...['--name', 'Demo-Caseworker New', '--role', 'CASEWORKER', '--screener'],
    ];
    const { personId, passphrase } = await bench.json(...enrol);
    expect(passphrase.split(' ')).toHaveLength(6);
    expect((await bench.run(...enrol)).stderr).toBe(
      'Somebody signs in with that address already.\n',
    );

    // The certificate
    expect((await certify(keyFile(1))).stderr).toContain('Two different trustees');
    expect((await certify(keyFile(1), keyFile(1))).stderr).toContain('Two different trustees');
    const recovery = join(bench.keys, 'recovery-lantern.key');
    expect((await certify(keyFile(1), recovery)).stderr).toContain('is not the key file');
    expect((await certify(keyFile(1), strangerKey(bench.keys))).stderr).toContain(
      'does not belong to a trustee',
    );
    expect(await certify(keyFile(1), keyFile(3))).toMatchObject({ code: 0, stderr: '' });

    // The person at work
    const desk = await startTestDesk({ database: bench.database, config: { home: bench.home } });
    try {
      const signIn = async (): Promise<{ token?: string; code?: string }> => {
        const input = { email: EMAIL.toLowerCase(), passphrase };
        return (await desk.anonymous.send(LOGIN, { input })).data.login;
      };
      expect((await signIn()).token).toBeDefined();
      const certificate = await desk.app
        .get(UnitOfWork)
        .read({ organizationId: toId<'Organization'>(organizationId), personId: null }, () =>
          desk.app.get(CertificateRepository, { strict: false }).byIds([personId]),
        );
      expect(certificate.get(personId)).toMatchObject({ ok: true, value: { level: 'STAFF' } });

      const suspended = await bench.json('people', 'suspend', '--person', personId);
      expect(suspended.endedSessions).toBe(1);
      expect((await signIn()).code).toBe('REFUSED');
      expect((await certify(keyFile(1), keyFile(2))).stderr).toContain('suspended');
      expect((await bench.run('people', 'suspend', '--person', personId)).code).toBe(1);

      const back = await bench.json('people', 'resume', '--email', EMAIL);
      expect(back.standing).toBe('ACTIVE');
      expect((await signIn()).token).toBeDefined();
    } finally {
      await desk.close();
    }

    // What the trail says
    const acts = await bench.database.asOperator(
      `SELECT action, actor_kind FROM audit_entry
       WHERE organization_id = $1 AND subject_id = $2 AND action LIKE 'PERSON%' ORDER BY action`,
      [organizationId, personId],
    );
    expect(acts).toEqual(
      ['PERSON_CERTIFIED', 'PERSON_ENROLLED', 'PERSON_RESUMED', 'PERSON_SUSPENDED'].map(
        (action) => ({ action, actor_kind: 'OPERATOR' }),
      ),
    );
    expect((await bench.json('verify', 'audit')).broken).toEqual([]);
  }, 400_000);
});

/** A well-formed key file of somebody who is no trustee here. */
function strangerKey(folder: string): string {
  const file = join(folder, 'stranger.key');
  const secretKey = Buffer.alloc(64, 9).toString('base64');
  writeFileSync(file, JSON.stringify({ kind: 'kinward/trustee-key/v1', secretKey }));
  return file;
}
