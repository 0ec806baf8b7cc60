/** Somebody of the demonstration who asks the desk without a browser. */
export class Person {
  private constructor(
    private readonly url: string,
    private readonly token: string | null,
  ) {}

  /** Signs in. @param key such as `coordinator-two` */
  static async signIn(url: string, key: string): Promise<Person> {
    const input = {
      email: `${key}@lantern.example`,
      passphrase: `demo lantern harbour bridge open ${key}`,
    };
    const selection = '{ __typename ... on LoginSucceeded { token } ... on UserError { code } }';
    const answer = await new Person(url, null).change('login', input, selection);
    return new Person(url, String(answer['token']));
  }

  /** Sends a mutation with one input. @throws Error for anything but success */
  async change(operation: string, input: object, selection: string): Promise<Answer> {
    const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${operation}(input: $input) ${selection} }`;
    const data = await this.ask(query, { input });
    const answer = data[operation] as Answer;
    if ('code' in answer) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Sends a document and returns its data. @throws Error on request errors */
  async ask(query: string, variables: object = {}): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Reply;
    if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
}

/** Whatever a mutation answers with. */
export type Answer = Readonly<Record<string, unknown>>;

interface Reply {
  readonly data?: Record<string, unknown>;
  readonly errors?: unknown;
}
