import { describe, expect, it } from '@jest/globals';
import { search, type Loot } from './loot.js';

const NAME = 'Demo-Rowan Прізвішча (1)';
const loot = (rows: readonly string[], content = Buffer.from('nothing here')): Loot => ({
  tables: [
    { name: 'public.harmless', rows: ['(1,ok)'] },
    { name: 'public.leaky', rows },
  ],
  files: [{ path: '/demo/log', content }],
});
const bytes = Buffer.from(NAME);

describe('the search of stolen data', () => {
  it('is empty-handed where nothing is', () => {
    expect(search(loot(['(2,"Demo-Alder")']), [NAME])).toEqual({ rows: [], files: [] });
  });

  it.each([
    ['as it is', `(2,"${NAME}")`],
    ['as bytes of a dump', `(2,"\\\\x00${bytes.toString('hex')}00")`],
    ['in Base64', `(2,${bytes.toString('base64')})`],
    [
      'in Base64, one byte on',
      `(2,${Buffer.concat([Buffer.from('x'), bytes]).toString('base64')})`,
    ],
    [
      'in Base64, two bytes on',
      `(2,${Buffer.concat([Buffer.from('xy'), bytes]).toString('base64')})`,
    ],
  ])('finds a name in a row %s and says in which table', (_, row) => {
    expect(search(loot([row]), ['Demo-Other', NAME])).toEqual({
      rows: ['public.leaky'],
      files: [],
    });
  });

  it.each([
    ['as it is', Buffer.concat([Buffer.alloc(9, 0xff), bytes, Buffer.alloc(9)])],
    ['in UTF-16', Buffer.from(`x${NAME}x`, 'utf16le')],
  ])('finds a name in a file %s', (_, content) => {
    expect(search(loot([], content), [NAME])).toEqual({ rows: [], files: ['/demo/log'] });
  });
});
