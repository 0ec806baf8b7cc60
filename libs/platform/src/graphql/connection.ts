import type { Type } from '@nestjs/common';
import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_PAGE_SIZE, encodeCursor, MAX_PAGE_SIZE, type Page } from '@kinward/kernel';

/** `first` and `after` of every list; the cap holds whatever is asked. */
@InputType({ isAbstract: true })
@ArgsType()
export class PageInput {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE_SIZE, description: 'At most 50.' })
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first: number = DEFAULT_PAGE_SIZE;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
}

/** Declares `<Name>Connection` and `<Name>Edge` for a node type; use once per node. */
export function connectionOf<Node>(name: string, node: Type<Node>): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field(() => String)
    cursor!: string;

    @Field(() => node)
    node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType])
    edges!: EdgeType[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}

type KeyOf<Row> = (row: Row) => readonly (string | number | null)[];

/** A cursor is packed when somebody asks for it: most screens want the last one only. */
class Edge<Row, Node> {
  constructor(
    readonly node: Node,
    private readonly row: Row,
    private readonly keyOf: KeyOf<Row>,
  ) {}

  get cursor(): string {
    return encodeCursor(this.keyOf(this.row));
  }
}

/**
 * Shapes a page for a connection.
 * @param keyOf gives the sort key that a cursor packs
 * @param nodeOf gives what is shown of a row; the row itself where it is left out
 */
export function toConnection<Row>(page: Page<Row>, keyOf: KeyOf<Row>): Connection<Row>;
export function toConnection<Row, Node>(
  page: Page<Row>,
  keyOf: KeyOf<Row>,
  nodeOf: (row: Row) => Node,
): Connection<Node>;
export function toConnection<Row>(
  page: Page<Row>,
  keyOf: KeyOf<Row>,
  nodeOf: (row: Row) => unknown = (row) => row,
): Connection<unknown> {
  return {
    edges: page.rows.map((row) => new Edge(nodeOf(row), row, keyOf)),
    pageInfo: { endCursor: page.endCursor, hasNextPage: page.hasNextPage },
  };
}
