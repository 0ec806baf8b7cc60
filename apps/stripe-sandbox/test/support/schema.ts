import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FILE = 'stripe/schema/stripe-23.1.0-objects.schema.json';

/** The folder of standards: named by the environment, else beside the folder of this project. */
const loadConfig = ({ KINWARD_STANDARDS: named }: NodeJS.ProcessEnv): { standards: string } => ({
  standards: named ?? join(ROOT, '..', 'shared', 'standards'),
});

const DEFINITIONS: Readonly<Record<string, string>> = {
  'checkout.session': 'Checkout_Sessions.Session',
  payment_intent: 'PaymentIntents.PaymentIntent',
  charge: 'Charges.Charge',
  refund: 'Refunds.Refund',
  dispute: 'Disputes.Dispute',
  payout: 'Payouts.Payout',
  balance_transaction: 'BalanceTransactions.BalanceTransaction',
  customer: 'Customers.Customer',
  subscription: 'Subscriptions.Subscription',
  subscription_item: 'SubscriptionItems.SubscriptionItem',
  invoice: 'Invoices.Invoice',
  invoice_payment: 'InvoicePayments.InvoicePayment',
  setup_intent: 'SetupIntents.SetupIntent',
  payment_method: 'PaymentMethods.PaymentMethod',
  price: 'Prices.Price',
  product: 'Products.Product',
  item: 'LineItems.LineItem',
};

/** Says what is wrong with an object, or nothing. */
export type SchemaCheck = (object: unknown) => string[];

/** The check against the schema of the SDK's own types, or why there is none here. */
export function loadSchemaCheck(): { check: SchemaCheck } | { skipped: string } {
  const path = join(loadConfig(process.env).standards, FILE);
  if (!existsSync(path)) return { skipped: 'standards folder not found' };
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')) as object, 'stripe');
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (definition: string): ValidateFunction => {
    const known = validators.get(definition);
    const made = known ?? ajv.compile({ $ref: `stripe#/definitions/${definition}` });
    validators.set(definition, made);
    return made;
  };
  return {
    check: (object) => {
      const { object: type, id, deleted } = object as Record<string, unknown>;
      const definition = deleted === true ? 'Customers.DeletedCustomer' : DEFINITIONS[String(type)];
      if (definition === undefined) return [`no schema for ${String(type)} (${String(id)})`];
      const validate = validatorOf(definition);
      if (validate(object)) return [];
      return (validate.errors ?? [])
        .slice(0, 5)
        .map((error) => `${String(type)}${error.instancePath} ${error.message ?? ''}`);
    },
  };
}
