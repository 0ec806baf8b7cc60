import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@kinward/platform';
import { CountryCodesQuery, type WordedPack } from '../application/country-codes.query.js';
import { CountryCodes, CountryCodesInput } from './country-codes.type.js';

/** The codes of a country in words; the same for everybody, so everybody who is signed in reads them. */
@Resolver()
export class CountryCodesResolver {
  constructor(private readonly codes: CountryCodesQuery) {}

  @Allow('countryCodes')
  @Query(() => CountryCodes, { description: 'The codes of my organisation’s country in words.' })
  countryCodes(@Args('input') { language }: CountryCodesInput): Promise<WordedPack> {
    return this.codes.inLanguage(language);
  }
}
