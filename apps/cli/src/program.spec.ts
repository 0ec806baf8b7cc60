import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { runProgram } from './program.js';

const ENROL = ['people', 'enrol', '--organisation', 'demo', '--email', 'demo@one.example'];

describe('the command line', () => {
  let printed: string;

  beforeEach(() => {
    printed = '';
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    ['an unknown role', [...ENROL, '--name', 'Demo', '--role', 'KING']],
    ['an unknown group', ['parrots']],
    ['an unknown command', ['people', 'promote']],
    ['an unknown option', ['verify', 'audit', '--quickly']],
    ['a missing option', ['keys', 'init']],
    ['one trustee', ['keys', 'init', '--out', 'x', '--trustees', '1']],
    ['two ways to name a person', ['people', 'suspend', '--person', 'x', '--email', 'y']],
    ['a seeding that does not say its mode', ['seed', 'demo']],
    ['a seeding in production', ['seed', 'demo', '--mode', 'production']],
    ['a seed that is no number', ['story', '--seed', 'one']],
  ])('ends with 2 on %s and prints no result', async (_, args) => {
    expect(await runProgram(args)).toBe(2);
    expect(printed).toBe('');
  });

  it('lists every command once, with its sentence', async () => {
    expect(await runProgram(['--help'])).toBe(0);

    const commands =
      printed.split('Commands:')[1]?.match(/^ {2}[a-z]+(?: [a-z-]+)? {2,}[A-Z]/gm) ?? [];
    expect(commands.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
      'schema print',
      'schema write',
      'schema drift',
      'permissions check',
      'permissions generate',
      'docs check',
      'docs generate',
      'verify audit',
      'verify ledger',
      'funding catch-up',
      'keys init',
      'organisations add',
      'people enrol',
      'people certify',
      'people suspend',
      'people resume',
      'import kobo',
      'import public-list',
      'seed demo',
      'seed volume',
      'story',
    ]);
  });

  it('ends with 2 and the commands of the group where none is named', async () => {
    expect(await runProgram(['people'])).toBe(2);
  });

  it('gives every command --json', async () => {
    for (const command of [['schema', 'print'], ['keys', 'init'], ['seed', 'demo'], ['story']]) {
      printed = '';
      expect(await runProgram([...command, '--help'])).toBe(0);
      expect(printed).toContain('--json');
    }
  });
});
