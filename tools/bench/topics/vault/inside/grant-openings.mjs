import { load } from '../../../frame/workspace.mjs';

const { KeyOpener } = await load('libs/vault/dist/index.js');

const SIGN_IN = `mutation ($input: LoginInput!) { login(input: $input) {
  __typename ... on LoginSucceeded { token } ... on UserError { code } } }`;
const OPEN_CASE = `mutation ($input: OpenCaseInput!) { openCase(input: $input) {
  __typename ... on CaseOpened { caseId } } }`;
const CASE_FILE = `query ($input: CaseFileInput!) { caseFile(input: $input) {
  __typename ... on CaseFile { id story { summary } } } }`;

/** Counts openings around requests, in the process that makes them. */
export class GrantOpenings {
  constructor(app) {
    this.app = app;
    this.opener = app.get(KeyOpener, { strict: false });
  }

  /** Opens cases over GraphQL and returns their ids. */
  async openCases({ person, count }) {
    const token = await this.signIn(person);
    const caseIds = [];
    for (let index = 0; index < count; index += 1) {
      const members = [{ name: `Demo-Bench ${index}`, relation: 'SPOUSE' }];
      const input = { region: 'IN_WEST', summary: 'Demo-Bench', members };
      const { openCase } = await this.ask(OPEN_CASE, { input }, token);
      caseIds.push(openCase.caseId);
    }
    return caseIds;
  }

  /** Reads every case twice in one new session: grants opened asymmetrically by each request. */
  async count({ person, caseIds }) {
    const token = await this.signIn(person);
    const counts = [];
    for (const caseId of caseIds) {
      const cold = await this.openingsOf(caseId, token);
      counts.push({ cold, warm: await this.openingsOf(caseId, token) });
    }
    return counts;
  }

  async openingsOf(caseId, token) {
    const before = this.opener.count.asymmetric;
    const { caseFile } = await this.ask(CASE_FILE, { input: { caseId } }, token);
    if (caseFile.story?.summary !== 'Demo-Bench') throw new Error('the story did not open');
    return this.opener.count.asymmetric - before;
  }

  async signIn({ email, passphrase }) {
    const { login } = await this.ask(SIGN_IN, { input: { email, passphrase } }, null);
    if (login.token === undefined) throw new Error(`could not sign in: ${login.code}`);
    return login.token;
  }

  async ask(query, variables, token) {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      payload: { query, variables },
    });
    const { data, errors } = JSON.parse(response.payload);
    if (errors !== undefined) throw new Error(response.payload);
    return data;
  }
}
