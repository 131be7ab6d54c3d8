/** How the live Vendure is set up: one file of SQLite in WebAssembly, bearer tokens, and a means of payment that pays back. */

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { DefaultLogger, defaultOrderProcess, LanguageCode, LogLevel, PaymentMethodHandler } = require('@vendure/core');

const readJson = (name) => JSON.parse(readFileSync(join(__dirname, name), 'utf8'));

/** Paid with what the shopper keeps with the shop: a manual payment names it, and refunds go back at once. */
const kept = new PaymentMethodHandler({
  code: 'kept-with-the-shop',
  description: [{ languageCode: LanguageCode.en, value: 'Kept with the shop' }],
  args: {},
  createPayment: (_ctx, _order, amount, _args, metadata) => ({ amount, state: 'Settled', transactionId: '', metadata }),
  settlePayment: () => ({ success: true }),
  createRefund: (_ctx, _input, amount, _order, payment) => ({
    amount,
    state: 'Settled',
    transactionId: `back-${payment.id}-${Date.now()}`,
  }),
});

/** A state that this shop has added to those of Vendure. */
const onHold = {
  transitions: {
    PaymentSettled: { to: ['OnHold'], mergeStrategy: 'merge' },
    OnHold: { to: ['PaymentSettled', 'Cancelled'] },
  },
};

const ADMIN = { identifier: 'superadmin', password: 'only on this machine' };

/** `file`: of SQLite; it is read at start, and written only while the shop is filled. */
function configOf({ file, port, fills }) {
  return {
    apiOptions: { port, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: { tokenMethod: ['bearer'], superadminCredentials: ADMIN, requireVerification: false },
    dbConnectionOptions: {
      type: 'sqljs',
      location: file,
      autoSave: fills,
      synchronize: fills,
      logging: false,
    },
    defaultLanguageCode: LanguageCode.en,
    paymentOptions: { paymentMethodHandlers: [kept] },
    importExportOptions: { importAssetsDir: __dirname },
    logger: new DefaultLogger({ level: process.env.VENDURE_LOG ? LogLevel.Debug : LogLevel.Error, timestamp: false }),
    orderOptions: { process: [defaultOrderProcess, onHold] },
    plugins: [],
  };
}

module.exports = { ADMIN, configOf, kept, readJson };
