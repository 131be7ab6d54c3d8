/** What those who keep a company's books do in its Tryton: they post invoices and credit notes, and pay and are paid. */

import { dateOf, type Office } from './office';
import type { Sale } from './people';

type IdsOf = (model: string, where: readonly unknown[]) => Promise<readonly number[]>;

export function booksOf(office: Office, idsOf: IdsOf) {
  async function wizard(name: string, invoice: number, [state, start]: readonly [string, object]): Promise<void> {
    office.within({ active_model: 'account.invoice', active_id: invoice, active_ids: [invoice] });
    const [session] = (await office.do(`wizard.${name}.create`)) as readonly unknown[];
    await office.do(`wizard.${name}.execute`, session, { start }, state);
    office.within({ active_model: null, active_id: null, active_ids: null });
  }

  return {
    /** A year of the company's books about this day, and cash to pay from. */
    async openBooks(day: string, company: number): Promise<void> {
      const year = day.slice(0, 4);
      const number = async (model: string, kind: string) => {
        const { id } = await office.first('ir.sequence.type', [['name', '=', kind]]);
        return office.make(model, { name: kind, sequence_type: id, company });
      };
      const invoices = await number('ir.sequence.strict', 'Invoice');
      const sequences = {
        ...{ company, out_invoice_sequence: invoices, out_credit_note_sequence: invoices },
        ...{ in_invoice_sequence: invoices, in_credit_note_sequence: invoices },
      };
      const fiscal = await office.make('account.fiscalyear', {
        ...{ name: year, company, start_date: dateOf(`${year}-01-01`), end_date: dateOf(`${year}-12-31`) },
        post_move_sequence: await number('ir.sequence', 'Account Move'),
        invoice_sequences: [['create', [sequences]]],
      });
      await office.do('model.account.fiscalyear.create_period', [fiscal]);
      const { id: cash } = await office.first('account.account', [['name', '=', 'Main Cash']]);
      const { id: journal } = await office.first('account.journal', [['type', '=', 'cash']]);
      const accounts = { debit_account: cash, credit_account: cash };
      await office.make('account.invoice.payment.method', { company, name: 'Cash', journal, ...accounts });
    },
    invoicesOf: ({ lines }: Sale): Promise<readonly number[]> =>
      idsOf('account.invoice', [['lines.origin.id', 'in', lines, 'sale.line']]),
    async post(invoices: readonly number[], day: string): Promise<void> {
      await office.do('model.account.invoice.write', invoices, { invoice_date: dateOf(day) });
      await office.do('model.account.invoice.post', invoices);
    },
    /** All of it, one way or the other. */
    async pay(invoice: number, day: string): Promise<void> {
      const [payment_method] = await idsOf('account.invoice.payment.method', []);
      const fields = ['amount_to_pay', 'currency', 'company', 'account'];
      const one = await office.first('account.invoice', [['id', '=', invoice]], fields);
      const { amount_to_pay: amount, currency, company, account: invoice_account } = one;
      const start = {
        amount,
        currency,
        currency_digits: 2,
        company,
        invoice_account,
        payment_method,
        date: dateOf(day),
      };
      await wizard('account.invoice.pay', invoice, ['choice', { ...start, description: null }]);
    },
    /** A credit note for all of an invoice, without any goods coming back. */
    async credit(invoice: number): Promise<number> {
      await wizard('account.invoice.credit', invoice, ['credit', { with_refund: false, invoice_date: null }]);
      const [made = 0] = await idsOf('account.invoice', [
        ['lines.origin.invoice', '=', invoice, 'account.invoice.line'],
      ]);
      return made;
    },
  };
}
