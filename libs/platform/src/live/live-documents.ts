import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { documentRules, DOCUMENT_LIMITS } from '../graphql/document-rules.js';
import { formatRequestError, requestError } from '../graphql/request-errors.js';
import type { TrustedDocuments } from '../graphql/trusted-documents.js';

/** What a client asks for. */
export interface LiveDocument {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  /** May name a document that the desk knows, by its hash. */
  readonly extensions?: unknown;
}

/** Documents that were found good; the clients' own are few. */
const MOST_KEPT = 100;
/** What a client is told of a document that cannot be used; the demo's explorer is told more. */
const UNREADABLE = 'GRAPHQL_VALIDATION_FAILED';

/** Reads and checks documents of subscriptions, with the limits of every other document. */
export class LiveDocuments {
  private readonly kept = new Map<string, DocumentNode>();
  private readonly rules = [...specifiedRules, ...documentRules().validationRules];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly explain: boolean,
    private readonly trusted: TrustedDocuments,
  ) {}

  /** The document, or why it is none of ours: only subscriptions are, since nothing here ends as a request does. */
  read(asked: LiveDocument): DocumentNode | readonly GraphQLError[] {
    const query = this.trusted.textOf(asked);
    if (query === null) return [requestError('UNKNOWN_DOCUMENT')];
    const { operationName } = asked;
    const key = JSON.stringify([query, operationName ?? null]);
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    try {
      const document = parse(query, { maxTokens: DOCUMENT_LIMITS.tokens });
      const errors = validate(this.schema, document, this.rules, {
        hideSuggestions: !this.explain,
      });
      if (errors.length > 0) return this.toRefusals(errors);
      if (getOperationAST(document, operationName)?.operation !== 'subscription') {
        return [this.toRefusal(new GraphQLError('Only subscriptions come this way.'))];
      }
      if (this.kept.size < MOST_KEPT) this.kept.set(key, document);
      return document;
    } catch (error) {
      return [this.toRefusal(error instanceof GraphQLError ? error : new GraphQLError(''))];
    }
  }

  /** One of the constant sentences is enough; the demo's explorer gets all reasons. */
  private toRefusals(errors: readonly GraphQLError[]): readonly GraphQLError[] {
    const told = this.explain ? errors : errors.slice(0, 1);
    return told.map((error) => this.toRefusal(error));
  }

  private toRefusal({ message }: GraphQLError): GraphQLError {
    const unformatted = { message, extensions: { code: UNREADABLE } };
    const formatted = formatRequestError(unformatted, this.explain);
    return new GraphQLError(formatted.message, { extensions: formatted.extensions ?? {} });
  }
}
