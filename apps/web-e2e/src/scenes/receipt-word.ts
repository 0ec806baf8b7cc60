type Json = Readonly<Record<string, unknown>>;

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) { ... on LoginSucceeded { token } } }`;
const PAYOUTS = `query ($input: DisbursementsInput!) { disbursements(input: $input) { edges { node { id } } } }`;
const ISSUE = `mutation ($input: IssueReceiptWordInput!) {
  issueReceiptWord(input: $input) { __typename ... on ReceiptWordIssued { word } } }`;

/** The one-time word that a family gets with what was brought: made by the caseworker of one of the demonstration's payouts. */
export async function receiptWord(url: string): Promise<string> {
  const email = 'caseworker@lantern.example';
  const passphrase = 'demo lantern harbour bridge open caseworker';
  const { login } = await ask(url, LOGIN, { email, passphrase });
  const { token } = login as { token: string };
  const wanted = { first: 50, states: ['DELIVERED', 'IN_TRANSIT', 'RELEASED', 'APPROVED'] };
  const { disbursements } = await ask(url, PAYOUTS, wanted, token);
  const { edges } = disbursements as { edges: readonly { node: { id: string } }[] };
  for (const { node } of edges) {
    const { issueReceiptWord } = await ask(url, ISSUE, { disbursementId: node.id }, token);
    const { word } = issueReceiptWord as { word?: string };
    if (word !== undefined) return word;
  }
  throw new Error('no payout of the demonstration takes a word');
}

async function ask(url: string, query: string, input: Json, token?: string): Promise<Json> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const body = JSON.stringify({ query, variables: { input } });
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const { data, errors } = (await answer.json()) as { data?: Json; errors?: unknown };
  if (data === undefined) throw new Error(`the desk refused: ${JSON.stringify(errors)}`);
  return data;
}
