import { describe, expect, it } from '@jest/globals';
import { eur } from '@kinward/kernel';
import { idempotencyHash } from './idempotency-hash.js';
import type { DirectOrder, PendingOrder, PostOrder, TransferOrder, VoidOrder } from './transfer.js';

const direct: DirectOrder = {
  id: 'id',
  idempotencyKey: 'key',
  phase: 'DIRECT',
  code: 'GIFT',
  debitAccountId: 'stripe',
  creditAccountId: 'fund',
  amount: eur(100),
  reference: 'need',
  reversesId: null,
};
const pending: PendingOrder = {
  ...direct,
  phase: 'PENDING',
  code: 'RESERVE',
  expiresAt: new Date('2026-11-22T00:00:00Z'),
};
const base = { id: 'id', idempotencyKey: 'key', pendingId: 'set' };
const post: PostOrder = { ...base, phase: 'POST', code: 'RELEASE', amount: eur(60) };
const release: VoidOrder = { ...base, phase: 'VOID', code: 'UNRESERVE' };

const hex = (order: TransferOrder): string => idempotencyHash(order).toString('hex');

describe('the fingerprint of an order', () => {
  it.each<[string, TransferOrder, TransferOrder]>([
    ['code', direct, { ...direct, code: 'GRANT' }],
    ['debited account', direct, { ...direct, debitAccountId: 'bank' }],
    ['credited account', direct, { ...direct, creditAccountId: 'other' }],
    ['amount', direct, { ...direct, amount: eur(101) }],
    ['reference', direct, { ...direct, reference: null }],
    ['reversed transfer', direct, { ...direct, reversesId: 'gift' }],
    ['phase', direct, pending],
    ['amount of the second phase', post, { ...post, amount: eur(59) }],
    ['pending transfer', post, { ...post, pendingId: 'another' }],
    ['second phase', post, release],
    ['two neighbours that swap a part', direct, { ...direct, reference: '', reversesId: 'need' }],
  ])('changes with the %s', (_, one, other) => {
    expect(hex(one)).not.toBe(hex(other));
  });

  it.each<[string, TransferOrder, TransferOrder]>([
    ['id', direct, { ...direct, id: 'another' }],
    ['key', direct, { ...direct, idempotencyKey: 'another' }],
    ['expiry', pending, { ...pending, expiresAt: new Date(0) }],
    ['way to leave a reversal out', direct, { ...direct, reversesId: undefined }],
  ])('does not change with the %s', (_, one, other) => {
    expect(hex(one)).toBe(hex(other));
  });

  it('is written down as version 1: a change of this value needs version 2', () => {
    expect(hex(direct)).toMatchInlineSnapshot(
      `"a7f0b0f8cf67461f34e5f6dc85f9f1c4940f54cf22cb59fc02b649c1db4fe0ab"`,
    );
  });
});
