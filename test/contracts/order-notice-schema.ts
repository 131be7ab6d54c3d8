/**
 * What Amazon takes of an order's change, as JSON Schema. Source: Amazon, "Proactive Events API Reference" (the request) and
 * "Schemas for Proactive Events" (`AMAZON.OrderStatus.Updated`); nothing beside what stands there is let through.
 */

const moment = { type: 'string', format: 'date-time' } as const;

function exactly(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

const STATUS = [
  ...['PREORDER_RECEIVED', 'ORDER_RECEIVED', 'ORDER_PREPARING'],
  ...['ORDER_SHIPPED', 'ORDER_OUT_FOR_DELIVERY', 'ORDER_DELIVERED'],
];

const payload = exactly({
  state: exactly(
    { status: { enum: STATUS } },
    { enterTimestamp: moment, deliveryDetails: exactly({ expectedArrival: moment }), deliveredOn: moment },
  ),
  order: exactly({ seller: exactly({ name: { type: 'string', minLength: 1 } }) }),
});

export const ORDER_NOTICE = exactly({
  timestamp: moment,
  referenceId: { type: 'string', pattern: '^[A-Za-z0-9~]{1,100}$' },
  expiryTime: moment,
  event: exactly({ name: { const: 'AMAZON.OrderStatus.Updated' }, payload }),
  localizedAttributes: {
    type: 'array',
    minItems: 1,
    items: exactly({ locale: { type: 'string', pattern: '^[a-z]{2}-[A-Z]{2}$' }, sellerName: { type: 'string' } }),
  },
  relevantAudience: exactly({
    type: { const: 'Unicast' },
    payload: exactly({ user: { type: 'string', pattern: '^amzn1\\.ask\\.account\\.' } }),
  }),
});
