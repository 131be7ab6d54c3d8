/** Master Data: customers (CL), their addresses (AD), and whatever entities a shop makes of its own. */

import * as z from 'zod/mini';
import { writtenLines } from './carts';
import { idOf, PEOPLE, type Person } from './people';
import { type Answer, type Asked, answered, type Route, read, refusal } from './wire';
import { ACCOUNT, type World } from './world';
import { iso } from './written';

export type Document = { readonly [field: string]: unknown };
export type Shelves = Map<string, Map<string, Document>>;

const DOCUMENT = z.record(z.string(), z.unknown());
const MOST = 100;

export function documentsOf(world: Pick<World, 'shelf'>): Shelves {
  const customers = PEOPLE.map((person) => customerOf(person, world));
  const addresses = PEOPLE.flatMap(addressesOf);
  const keyed = (all: readonly Document[]) => new Map(all.map((one) => [String(one.id), one]));
  return new Map([
    ['CL', keyed(customers)],
    ['AD', keyed(addresses)],
  ]);
}

function customerOf({ demo, email, userId }: Person, { shelf }: Pick<World, 'shelf'>): Document {
  const lines = demo.cart.map(([good, quantity]) => ({ skuId: shelf.byGood(good).skuId, quantity }));
  return {
    ...{ id: idOf('CL', email), userId, email, firstName: demo.firstName, lastName: demo.lastName },
    ...{ phone: demo.phone.replace(/[^+\d]/g, ''), isNewsletterOptIn: demo.consents.includes('email') },
    ...{ rclastcart: writtenLines(lines, '1'), checkouttag: null, approved: null },
  };
}

function addressesOf({ demo, addresses, email }: Person): readonly Document[] {
  return addresses.map((address, at) => ({
    ...{ id: idOf('AD', address.addressId), userId: idOf('CL', email), addressName: address.addressId },
    ...{ addressLabel: demo.addresses[at]?.label ?? null, addressType: 'residential', country: address.country },
    ...{ receiverName: address.receiverName, street: address.street, number: address.number, city: address.city },
    ...{ postalCode: address.postalCode, state: address.state, neighborhood: '', complement: null, reference: null },
  }));
}

export function documents(world: World): readonly Route[] {
  const needs = { role: 'master-data' } as const;
  const one = (asked: Asked) => world.documents.get(asked.holes.acronym ?? '')?.get(asked.holes.id ?? '');
  return [
    { on: 'GET /api/dataentities/{acronym}/search', needs, answer: (asked) => searched(world, asked) },
    {
      on: 'GET /api/dataentities/{acronym}/documents/{id}',
      needs,
      answer(asked) {
        const document = one(asked);
        return document ? answered(shown(document, asked)) : nothing();
      },
    },
    { on: 'POST /api/dataentities/{acronym}/documents', needs, answer: (asked) => created(world, asked) },
    {
      on: 'PUT /api/dataentities/{acronym}/documents/{id}',
      needs,
      answer: (asked) => put(world, asked, read(DOCUMENT, asked.body)),
    },
    {
      on: 'PATCH /api/dataentities/{acronym}/documents/{id}',
      needs,
      answer: (asked) => put(world, asked, { ...one(asked), ...read(DOCUMENT, asked.body) }),
    },
    {
      on: 'DELETE /api/dataentities/{acronym}/documents/{id}',
      needs,
      answer(asked) {
        world.documents.get(asked.holes.acronym ?? '')?.delete(asked.holes.id ?? '');
        return { status: 204 };
      },
    },
  ];
}

const nothing = (): Answer => ({ status: 404 });

function entityOf({ documents: all }: World, acronym = ''): Map<string, Document> {
  const known = all.get(acronym) ?? new Map<string, Document>();
  all.set(acronym, known);
  return known;
}

/** One that is there already stays as it is, and is said to by a status alone. */
function created(world: World, { holes, body }: Asked): Answer {
  const { acronym = '' } = holes;
  const entity = entityOf(world, acronym);
  const wanted = read(DOCUMENT, body);
  const id = typeof wanted.id === 'string' ? wanted.id : idOf(acronym, String(entity.size), String(world.clock()));
  const isTaken = acronym === 'CL' && [...entity.values()].some(({ email }) => email === wanted.email);
  if (entity.has(id) || isTaken) return { status: 304 };
  entity.set(id, { ...wanted, id, createdIn: iso(world.clock()) });
  const Href = `http://api.vtex.com/${ACCOUNT}/dataentities/${acronym}/documents/${id}`;
  return answered({ Id: `${acronym}-${id}`, Href, DocumentId: id }, 201);
}

function put(world: World, { holes }: Asked, document: Document): Answer {
  const { id = '', acronym } = holes;
  entityOf(world, acronym).set(id, { ...document, id, updatedIn: iso(world.clock()) });
  return { status: 204 };
}

/** Without fields asked for there is only what every document has. */
function shown(document: Document, { holes, query }: Asked): Document {
  const always = { id: document.id, accountId: idOf(ACCOUNT), accountName: ACCOUNT, dataEntityId: holes.acronym ?? '' };
  const fields = (query.get('_fields') ?? '').split(',').filter(Boolean);
  if (fields.includes('_all')) return { ...document, ...always };
  return { ...always, ...Object.fromEntries(fields.map((field) => [field, document[field] ?? null])) };
}

function searched(world: World, asked: Asked): Answer {
  const { headers, query, holes } = asked;
  const [, from, to] = /^resources=(\d+)-(\d+)$/.exec(String(headers['rest-range'] ?? '')) ?? [];
  if (from === undefined || Number(to) - Number(from) > MOST)
    return refusal(400, '400', 'The header REST-Range is missing, or asks for more than 100');
  const conditions = conditionsIn(query);
  // Whoever asks for a part of a word is shown the door.
  if (conditions.some(({ value }) => value.includes('*'))) return { status: 503 };
  const all = [...entityOf(world, holes.acronym).values()];
  const found = all.filter((document) => conditions.every((one) => isMet(document, one)));
  const shownHere = found.slice(Number(from), Number(to));
  return {
    ...answered(shownHere.map((document) => shown(document, asked))),
    headers: { 'rest-content-range': `resources ${from}-${to}/${found.length}` },
  };
}

type Condition = { readonly field: string; readonly value: string; readonly is: 'like' | 'there' | 'not there' };

function conditionsIn(query: URLSearchParams): readonly Condition[] {
  const where = (query.get('_where') ?? '').replace(/^\((.*)\)$/, '$1');
  const said = where.split(/ AND /i).flatMap((one): Condition[] => {
    const [, named, not] = /^(\w+) is (not )?null$/i.exec(one.trim()) ?? [];
    if (named) return [{ field: named, value: '', is: not ? 'there' : 'not there' }];
    const [, field, value = ''] = /^(\w+)\s*=\s*"?(.*?)"?$/.exec(one.trim()) ?? [];
    return field ? [{ field, value, is: 'like' }] : [];
  });
  const direct = [...query].filter(([name]) => !name.startsWith('_'));
  return [...said, ...direct.map(([field, value]) => ({ field, value, is: 'like' as const }))];
}

function isMet(document: Document, { field, value, is }: Condition): boolean {
  const there = document[field] ?? null;
  if (is !== 'like') return (there !== null) === (is === 'there');
  return there !== null && String(there).toLowerCase() === value.toLowerCase();
}
