import { Args, Query, Resolver } from '@nestjs/graphql';
import { PeopleQuery, type Person } from '@kinward/identity';
import { ok, type DomainError, type Result } from '@kinward/kernel';
import {
  Allow,
  CurrentActor,
  MoneyType,
  toConnection,
  type Actor,
  type Connection,
} from '@kinward/platform';
import { PublicTextsQuery, textKey, type ListedText } from '../application/public-texts.query.js';
import {
  factsOf,
  PublicTextConnection,
  PublicTextsInput,
  PublicTextType,
} from './public-text.type.js';

/** The list of texts about families. */
@Resolver()
export class PublicTextsResolver {
  constructor(
    private readonly texts: PublicTextsQuery,
    private readonly people: PeopleQuery,
  ) {}

  @Allow('publicTexts')
  @Query(() => PublicTextConnection, { description: 'Cards and updates, newest first.' })
  async publicTexts(
    @CurrentActor() { personId }: Actor,
    @Args('input') input: PublicTextsInput,
  ): Promise<Result<Connection<PublicTextType>, DomainError>> {
    const page = await this.texts.page(input);
    if (!page.ok) return page;
    const ids = page.value.rows.flatMap((row) =>
      [...row.authorIds, row.publishedById ?? []].flat(),
    );
    const people = await this.people.byIds([...new Set(ids)]);
    return ok(toConnection(page.value, textKey, (row) => shown(row, personId, people)));
  }
}

function shown(
  row: ListedText,
  personId: string,
  people: ReadonlyMap<string, Person>,
): PublicTextType {
  const nameOf = (id: string): string => people.get(id)?.displayName ?? '';
  return {
    ...row,
    facts: factsOf(row.facts),
    amount: row.amountMinor === null ? null : new MoneyType(row.amountMinor),
    authors: row.authorIds.map(nameOf),
    publishedBy: row.publishedById === null ? null : nameOf(row.publishedById),
    isMine: row.authorIds.includes(personId),
  };
}
