import { Agent, request } from 'node:http';

const SIGN_IN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ... on LoginSucceeded { token } ... on UserError { code } } }`;

/** Speaks GraphQL over connections that stay open, with as little CPU as Node allows. */
export class DeskClient {
  constructor(port) {
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: 128 });
  }

  /** Sends a document and returns its data. @throws Error on anything but data */
  async ask(query, variables = {}, token = null) {
    const text = await this.post(JSON.stringify({ query, variables }), token);
    const { data, errors } = JSON.parse(text);
    if (errors !== undefined || data === undefined) throw new Error(`the desk answered ${text}`);
    return data;
  }

  /** Signs somebody in and returns the token. */
  async login({ email, passphrase }) {
    const { login } = await this.ask(SIGN_IN, { input: { email, passphrase } });
    if (login.token === undefined) throw new Error(`${email} could not sign in: ${login.code}`);
    return login.token;
  }

  close() {
    this.agent.destroy();
  }

  post(body, token) {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    const options = { agent: this.agent, port: this.port, host: '127.0.0.1', path: '/graphql' };
    return new Promise((resolve, reject) => {
      const call = request({ ...options, method: 'POST', headers }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      });
      call.once('error', reject);
      call.end(body);
    });
  }
}
