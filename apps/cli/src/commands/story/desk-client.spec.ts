import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskClient } from './desk-client.js';
import { StoryStopped } from './story-stopped.js';

describe('somebody at the desk', () => {
  let server: Server;
  let answer: object;
  let client: DeskClient;
  let authorization: string | undefined;

  beforeAll(async () => {
    server = createServer((request, response) => {
      ({ authorization } = request.headers);
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    client = new DeskClient(`http://127.0.0.1:${String(port)}`, 'The demo officer');
  });

  afterAll(() => {
    server.close();
  });

  const change = () => client.change('openFund', 'FundChanged', {}, 'fundId');

  it('goes on with what was changed, under the own session', async () => {
    answer = { data: { openFund: { __typename: 'FundChanged', fundId: 'demo' } } };

    expect(
      await client.signedIn('demo-token').change('openFund', 'FundChanged', {}, 'fundId'),
    ).toMatchObject({ fundId: 'demo' });
    expect(authorization).toBe('Bearer demo-token');
  });

  it.each([
    [
      { __typename: 'Refused', code: 'REFUSED', reason: 'CODE_TAKEN', message: 'Choose another.' },
      'The demo officer could not do openFund: CODE_TAKEN (Choose another).',
    ],
    [
      { __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'code', reason: 'EMPTY' },
      'The demo officer could not do openFund: code: EMPTY.',
    ],
    [
      { __typename: 'WrongState', code: 'WRONG_STATE', presentState: 'CLOSED' },
      'The demo officer could not do openFund: CLOSED.',
    ],
    [
      { __typename: 'NotFound', code: 'NOT_FOUND' },
      'The demo officer could not do openFund: NOT_FOUND.',
    ],
  ])('stops the story at a refusal: %j', async (openFund, sentence) => {
    answer = { data: { openFund } };

    await expect(change()).rejects.toThrow(new StoryStopped(sentence));
  });

  it('stops the story where the request itself fails', async () => {
    answer = { errors: [{ message: 'Sign in first.' }] };

    await expect(change()).rejects.toThrow(
      'The demo officer asked for openFund and got no answer: Sign in first.',
    );
  });
});
