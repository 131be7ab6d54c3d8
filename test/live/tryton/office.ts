/** What the people of a company do in their Tryton, as its own client asks for it. */

export type Office = {
  /** `model.sale.sale.create` with its parameters but the context; throws what Tryton says. */
  do(method: string, ...params: readonly unknown[]): Promise<unknown>;
  make(model: string, record: object): Promise<number>;
  first(
    model: string,
    where: readonly unknown[],
    fields?: readonly string[],
  ): Promise<Readonly<Record<string, unknown>>>;
  /** For all that is done from now on. */
  within(context: object): void;
};

export const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text });

/** "2026-11-27". */
export function dateOf(day: string): object {
  const [year, month, date] = day.split('-').map(Number);
  return { __class__: 'date', year, month, day: date };
}

export async function openOffice(url: string, { user, password }: { user: string; password: string }): Promise<Office> {
  let context: object = { language: 'en' };
  async function post(method: string, params: readonly unknown[], auth: string | null): Promise<unknown> {
    const headers = { 'content-type': 'application/json', ...(auth ? { authorization: `Session ${auth}` } : {}) };
    const response = await fetch(`${url}/shop/`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: 1, method, params }),
    });
    const text = await response.text();
    const body: { result?: unknown; error?: unknown } = response.ok ? JSON.parse(text) : { error: text };
    if (body.error !== undefined) throw new Error(`${method}: ${response.status} ${JSON.stringify(body.error)}`);
    return body.result;
  }
  const session = await post('common.db.login', [user, { password }, 'en'], null);
  if (!Array.isArray(session)) throw new Error('Tryton lets nobody in');
  const auth = Buffer.from([user, ...session].join(':')).toString('base64');
  const ask = (method: string, ...params: readonly unknown[]) => post(method, [...params, context], auth);
  return {
    do: ask,
    async make(model, record) {
      const ids = await ask(`model.${model}.create`, [record]);
      return Array.isArray(ids) ? Number(ids[0]) : 0;
    },
    async first(model, where, fields = ['id']) {
      const found = await ask(`model.${model}.search_read`, where, 0, 1, null, fields);
      const one: unknown = Array.isArray(found) ? found[0] : undefined;
      if (typeof one !== 'object' || one === null) throw new Error(`there is no ${model} ${JSON.stringify(where)}`);
      return { ...one };
    },
    within(more) {
      context = { ...context, ...more };
    },
  };
}
