import rule from './no-float-money.mjs';
import { ruleTester } from './rule-tester.js';

const red = (
  messageId: string,
  code: string,
): { code: string; errors: { messageId: string }[] } => ({ code, errors: [{ messageId }] });

ruleTester.run('no-float-money', rule, {
  valid: [
    'interface Gift { amount: bigint; fee: Money }',
    'const amountMinor = BigInt(text)',
    'const totalCount: number = 3',
    "const feeCode: number = Number('7')",
    'const seconds = Math.round(milliseconds / 1000)',
    'function split(balance: Money): Money[] { return [] }',
    'const sql = `CREATE TABLE account (balance_minor bigint, latitude real)`',
    'class Gift { @Column("bigint") amount!: bigint }',
  ],
  invalid: [
    red('type', 'interface Gift { amount: number }'),
    red('type', 'interface Gift { feeMinor?: number | null }'),
    red('type', 'class Gift { total = 0 }'),
    red('type', 'let balance = 0'),
    red('type', 'function charge(price: number) {}'),
    red('type', 'const charge = (price: number) => price'),
    red('type', 'class Gift { constructor(readonly amount: number) {} }'),
    red('type', 'interface Account { balance(): number }'),
    red('type', 'async function totalAmount(): Promise<number> { return load() }'),
    red('call', 'const amount = parseFloat(text)'),
    red('call', 'const amount = BigInt(Math.round(euros * 100))'),
    red('call', 'const shown = Number(gift.amount)'),
    red('call', 'const shown = Math.floor(fee / 2n)'),
    red('call', 'const shown = balance.toFixed(2)'),
    red('call', 'const shown = +amount'),
    red('call', 'save({ amount: Number.parseFloat(text) })'),
    red('column', 'class Gift { @Column("real") amount!: bigint }'),
    red('column', 'class Gift { @Column({ type: "double precision" }) fee!: bigint }'),
    red('column', 'class Gift { @Field(() => Float) price!: bigint }'),
    red('column', 'const sql = `CREATE TABLE gift (amount double precision)`'),
    red('column', "const sql = 'ALTER TABLE gift ADD total_fee real'"),
  ],
});
