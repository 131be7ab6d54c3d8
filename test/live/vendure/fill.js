/** `node fill.js FILE`: makes the shop of goods.json and shop.json once; whoever wants one starts from a copy. */

const { rmSync } = require('node:fs');
const { bootstrap, Order, TransactionalConnection } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');
const { asker } = require('./ask');
const { ADMIN, configOf, kept, readJson } = require('./config');

const DAY_MS = 86_400_000;
const E = 'errorCode message';

/** What may be done with the back office's account, and nothing else. */
const PERMISSIONS = [
  'ReadCatalog',
  'ReadOrder',
  'CreateOrder',
  'UpdateOrder',
  'DeleteOrder',
  'ReadCustomer',
  'ReadShippingMethod',
  'ReadPaymentMethod',
  'ReadCountry',
  'ReadChannel',
  'CreatePromotion',
  'ReadPromotion',
];
const OFFICE = { user: 'voice@shop.example', password: 'the voice of the shop' };
const SHOPPER_PASSWORD = 'said to nobody';

const INITIAL = {
  defaultLanguage: 'en',
  defaultZone: 'Europe',
  countries: [
    { code: 'IT', name: 'Italy', zone: 'Europe' },
    { code: 'PT', name: 'Portugal', zone: 'Europe' },
  ],
  taxRates: [{ name: 'Standard', percentage: 22 }],
  shippingMethods: [
    { name: 'Standard', price: 390 },
    { name: 'Express', price: 790 },
  ],
  paymentMethods: [{ name: 'Kept with the shop', handler: { code: kept.code, arguments: [] } }],
  collections: [],
};

const written = (en, it, rest = {}) => [
  { languageCode: 'en', name: en, ...rest },
  { languageCode: 'it', name: it, ...rest },
];
const slugOf = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

async function setUp(ask) {
  await ask(`mutation($u:String!,$p:String!){login(username:$u,password:$p){... on ErrorResult{${E}}}}`, {
    u: ADMIN.identifier,
    p: ADMIN.password,
  });
  await ask(
    `mutation{updateGlobalSettings(input:{availableLanguages:[en,it],trackInventory:true}){... on ErrorResult{${E}}}}`,
  );
  const { channels } = await ask('{channels{items{id}}}');
  await ask(`mutation($input:UpdateChannelInput!){updateChannel(input:$input){... on ErrorResult{${E}}}}`, {
    input: {
      id: channels.items[0].id,
      pricesIncludeTax: true,
      defaultCurrencyCode: 'EUR',
      availableCurrencyCodes: ['EUR'],
      availableLanguageCodes: ['en', 'it'],
    },
  });
  const { shippingMethods } = await ask('{shippingMethods{items{id code calculator{args{name value}}}}}');
  for (const { id, calculator } of shippingMethods.items) {
    const rate = calculator.args.find(({ name }) => name === 'rate').value;
    const args = [
      { name: 'rate', value: rate },
      { name: 'includesTax', value: 'include' },
      { name: 'taxRate', value: '22' },
    ];
    await ask('mutation($input:UpdateShippingMethodInput!){updateShippingMethod(input:$input){id}}', {
      input: { id, calculator: { code: 'default-shipping-calculator', arguments: args }, translations: [] },
    });
  }
  const { createRole } = await ask('mutation($input:CreateRoleInput!){createRole(input:$input){id}}', {
    input: { code: 'voice', description: 'What the voice of the shop may do', permissions: PERMISSIONS },
  });
  const { createRole: reader } = await ask('mutation($input:CreateRoleInput!){createRole(input:$input){id}}', {
    input: {
      code: 'reader',
      description: 'Reads, and may do nothing',
      permissions: ['ReadCatalog', 'ReadOrder', 'ReadCustomer', 'ReadCountry', 'ReadShippingMethod'],
    },
  });
  const people = [
    [OFFICE.user, createRole.id],
    ['reader@shop.example', reader.id],
  ];
  for (const [emailAddress, roleId] of people) {
    await ask('mutation($input:CreateAdministratorInput!){createAdministrator(input:$input){id}}', {
      input: { emailAddress, firstName: 'Voice', lastName: 'Shop', password: OFFICE.password, roleIds: [roleId] },
    });
  }
}

async function facetOf(ask, name, code, values) {
  const { createFacet } = await ask(
    'mutation($input:CreateFacetInput!){createFacet(input:$input){id values{id code}}}',
    {
      input: {
        code,
        isPrivate: false,
        translations: written(name, name),
        values: values.map(([valueCode, en, it]) => ({ code: valueCode, translations: written(en, it) })),
      },
    },
  );
  return new Map(createFacet.values.map((value) => [value.code, value.id]));
}

async function stock(ask) {
  const { kinds } = readJson('shop.json');
  const goods = readJson('goods.json');
  const kindIds = await facetOf(
    ask,
    'Kind',
    'category',
    Object.entries(kinds).map(([code, { en, it }]) => [code, en, it]),
  );
  const brands = [...new Set(goods.map(({ brand }) => brand))];
  const brandIds = await facetOf(
    ask,
    'Brand',
    'brand',
    brands.map((brand) => [slugOf(brand), brand, brand]),
  );
  const { taxCategories } = await ask('{taxCategories{items{id}}}');
  const variants = new Map();
  for (const { sku, kind, brand, en, it, price, stock: stockOnHand } of goods) {
    const { createProduct } = await ask('mutation($input:CreateProductInput!){createProduct(input:$input){id}}', {
      input: {
        enabled: true,
        facetValueIds: [kindIds.get(kind), brandIds.get(slugOf(brand))],
        translations: written(en, it, { description: '' }).map((one) => ({ ...one, slug: slugOf(one.name) })),
      },
    });
    const { createProductVariants } = await ask(
      'mutation($input:[CreateProductVariantInput!]!){createProductVariants(input:$input){id}}',
      {
        input: [
          {
            productId: createProduct.id,
            sku,
            price,
            stockOnHand,
            taxCategoryId: taxCategories.items[0].id,
            translations: written(en, it),
          },
        ],
      },
    );
    variants.set(sku, createProductVariants[0].id);
  }
  return variants;
}

async function customer(ask, { name, firstName, lastName, phone, street, city, postalCode }) {
  const emailAddress = `${name}@example.com`;
  const { createCustomer } = await ask(
    `mutation($input:CreateCustomerInput!,$p:String){createCustomer(input:$input,password:$p){... on Customer{id} ... on ErrorResult{${E}}}}`,
    { input: { firstName, lastName, emailAddress, phoneNumber: phone }, p: SHOPPER_PASSWORD },
  );
  const address = {
    fullName: `${firstName} ${lastName}`,
    streetLine1: street,
    city,
    postalCode,
    countryCode: 'IT',
    phoneNumber: phone,
  };
  await ask('mutation($id:ID!,$input:CreateAddressInput!){createCustomerAddress(customerId:$id,input:$input){id}}', {
    id: createCustomer.id,
    input: { ...address, company: '', defaultShippingAddress: true, defaultBillingAddress: true },
  });
  return { id: createCustomer.id, address };
}

async function order(ask, { id: customerId, address }, { lines, is }, variants) {
  const { createDraftOrder } = await ask('mutation{createDraftOrder{id}}');
  const { id } = createDraftOrder;
  await ask(`mutation($id:ID!,$c:ID!){setCustomerForDraftOrder(orderId:$id,customerId:$c){... on ErrorResult{${E}}}}`, {
    id,
    c: customerId,
  });
  for (const [sku, quantity] of Object.entries(lines)) {
    await ask(
      `mutation($id:ID!,$input:AddItemToDraftOrderInput!){addItemToDraftOrder(orderId:$id,input:$input){... on ErrorResult{${E}}}}`,
      { id, input: { productVariantId: variants.get(sku), quantity } },
    );
  }
  await ask(
    'mutation($id:ID!,$input:CreateAddressInput!){setDraftOrderShippingAddress(orderId:$id,input:$input){id}}',
    {
      id,
      input: address,
    },
  );
  const { shippingMethods } = await ask('{shippingMethods{items{id code}}}');
  const method = shippingMethods.items.find(({ code }) => code.startsWith('standard'));
  await ask(
    `mutation($id:ID!,$m:ID!){setDraftOrderShippingMethod(orderId:$id,shippingMethodId:$m){... on ErrorResult{${E}}}}`,
    {
      id,
      m: method.id,
    },
  );
  await ask(`mutation($id:ID!){transitionOrderToState(id:$id,state:"ArrangingPayment"){... on ErrorResult{${E}}}}`, {
    id,
  });
  const { addManualPaymentToOrder: paid } = await ask(
    `mutation($input:ManualPaymentInput!){addManualPaymentToOrder(input:$input){... on Order{lines{id quantity}} ... on ErrorResult{${E}}}}`,
    { input: { orderId: id, method: 'kept-with-the-shop', transactionId: `old-${id}`, metadata: {} } },
  );
  await send(ask, id, paid.lines, is);
  return id;
}

async function send(ask, id, lines, is) {
  if (is === 'paid') return;
  if (is === 'cancelled') {
    await ask(`mutation($input:CancelOrderInput!){cancelOrder(input:$input){... on ErrorResult{${E}}}}`, {
      input: { orderId: id, cancelShipping: true, reason: 'asked' },
    });
    return;
  }
  const sent = is === 'partly shipped' ? lines.slice(0, 1) : lines;
  const handler = {
    code: 'manual-fulfillment',
    arguments: [
      { name: 'method', value: 'Postalia' },
      { name: 'trackingCode', value: `PX${id}0000123IT` },
    ],
  };
  const { addFulfillmentToOrder: parcel } = await ask(
    `mutation($input:FulfillOrderInput!){addFulfillmentToOrder(input:$input){... on Fulfillment{id} ... on ErrorResult{${E}}}}`,
    { input: { lines: sent.map((line) => ({ orderLineId: line.id, quantity: line.quantity })), handler } },
  );
  for (const state of is === 'delivered' ? ['Shipped', 'Delivered'] : ['Shipped']) {
    await ask(`mutation($id:ID!,$s:String!){transitionFulfillmentToState(id:$id,state:$s){... on ErrorResult{${E}}}}`, {
      id: parcel.id,
      s: state,
    });
  }
}

async function main([file]) {
  rmSync(file, { force: true });
  const app = await populate(() => bootstrap(configOf({ file, port: 0, fills: true })), INITIAL);
  const { port } = app.getHttpServer().address();
  const ask = asker(`http://127.0.0.1:${port}/admin-api`);
  await setUp(ask);
  const variants = await stock(ask);
  const orders = app.get(TransactionalConnection).rawConnection.getRepository(Order);
  for (const person of readJson('shop.json').shoppers) {
    const made = await customer(ask, person);
    for (const past of person.orders) {
      const id = await order(ask, made, past, variants);
      await orders.update(id, { orderPlacedAt: new Date(Date.now() - past.days * DAY_MS) });
    }
  }
  await app.close();
  process.exit(0);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.stack);
  process.exit(1);
});
