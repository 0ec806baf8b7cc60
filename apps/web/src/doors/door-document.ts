/** An operation as its generated file names it: the hash under which the server knows it, and its text. */
export interface DoorDocument<Data, Variables> {
  readonly hash: string;
  readonly text: string;
  /** Never there; it carries the types. */
  readonly of?: (variables: Variables) => Data;
}

/** Generated files call this. It reads nothing: these pages carry no reader of GraphQL. */
export function plain<Data, Variables>(hash: string, text: string): DoorDocument<Data, Variables> {
  return { hash, text };
}
