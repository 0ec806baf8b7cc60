import { GraphQLScalarType } from 'graphql';

/** A file of a GraphQL multipart request; inside of the server it is a reference to the upload. */
export const UploadScalar = new GraphQLScalarType({
  name: 'Upload',
  description:
    'A file, sent as a GraphQL multipart request with the header apollo-require-preflight.',
  parseValue: (value) => (typeof value === 'string' ? value : ''),
  // A document cannot hold a file.
  parseLiteral: () => '',
  serialize: () => null,
});
