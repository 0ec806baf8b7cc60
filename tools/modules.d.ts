/** The tools are plain ES modules without types; their TypeScript specs read them untyped. */
declare module '*.mjs';
