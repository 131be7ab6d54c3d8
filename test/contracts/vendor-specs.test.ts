/** The judge of our requests is itself judged: by small descriptions of our own, and by the vendors' where they are there. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Vendor, type VendorSpec, vendorSpec } from './vendor-specs';

const { EARSHOT_SPECS } = process.env;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-specs-'));
  process.env.EARSHOT_SPECS = folder;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  if (EARSHOT_SPECS === undefined) delete process.env.EARSHOT_SPECS;
  else process.env.EARSHOT_SPECS = EARSHOT_SPECS;
});

function described(vendor: Vendor, file: string, text: string): VendorSpec {
  mkdirSync(join(folder, vendor), { recursive: true });
  writeFileSync(join(folder, vendor, file), text);
  const spec = vendorSpec(vendor);
  if (!spec) throw new Error('the description was not found');
  return spec;
}

it('is null without the variable, and for a vendor that is not in the folder', () => {
  expect(vendorSpec('chatwoot')).toBeNull();
  delete process.env.EARSHOT_SPECS;
  expect(vendorSpec('whatsapp')).toBeNull();
});

const PARCELS = `
openapi: 3.1.0
paths:
  /depots/{depot}/parcels:
    parameters: [{ $ref: '#/components/parameters/depot' }]
    get:
      parameters: [{ name: after, in: query, schema: { type: integer } }]
    post:
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }
  /depots/main/parcels: { get: {} }
components:
  parameters:
    depot: { name: depot, in: path, required: true, schema: { type: integer } }
  schemas:
    Base: { type: object, required: [kind], properties: { kind: { type: string }, note: { type: string, nullable: true } } }
    Box:
      allOf:
        - $ref: '#/components/schemas/Base'
        - { type: object, additionalProperties: false, required: [litres], properties: { litres: { type: number } } }
    Letter:
      allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { pages: { type: integer } } }]
    Parcel:
      discriminator: { propertyName: kind, mapping: { box: '#/components/schemas/Box', letter: '#/components/schemas/Letter' } }
      oneOf: [{ $ref: '#/components/schemas/Box' }, { $ref: '#/components/schemas/Letter' }]
`;

describe('an OpenAPI description', () => {
  const problemsOf = (method: string, path: string, rest: { body?: unknown; query?: Record<string, string> } = {}) =>
    described('chatwoot', 'parcels.yaml', PARCELS).problems({ method, path, body: undefined, ...rest });
  const post = (body: unknown) => problemsOf('POST', '/depots/7/parcels', { body });

  it.each([
    ['the one kind', { kind: 'box', litres: 2.5 }],
    ['the other kind', { kind: 'letter', pages: 2 }],
    ['what may be null', { kind: 'box', litres: 1, note: null }],
  ])('allows %s', (_, body) => {
    expect(post(body)).toEqual([]);
  });

  it.each([
    ['a kind there is not', { kind: 'bag' }, /allowed values/],
    ['no kind', {}, /kind/],
    ['a property that is missing', { kind: 'box' }, /litres/],
    ['a property too much, wherever it was forbidden', { kind: 'box', litres: 1, wings: 2 }, /wings/],
    ['another type', { kind: 'letter', pages: 'two' }, /integer/],
    ['no body', undefined, /missing/],
  ])('refuses %s', (_, body, words) => {
    expect(post(body).join()).toMatch(words);
  });

  it('looks at what stands in path and query', () => {
    expect(problemsOf('GET', '/depots/7/parcels', { query: { after: '12' } })).toEqual([]);
    expect(problemsOf('GET', '/depots/seven/parcels').join()).toMatch(/integer/);
    expect(problemsOf('GET', '/depots/7/parcels', { query: { after: 'noon' } }).join()).toMatch(/integer/);
    expect(problemsOf('GET', '/depots/7/parcels', { query: { before: '1' } }).join()).toMatch(/before/);
    expect(problemsOf('GET', '/depots/7/parcels', { body: {} })).toEqual(['a body is not described']);
  });

  it('takes the most literal of two paths, and knows none that are not described', () => {
    expect(problemsOf('GET', '/depots/main/parcels')).toEqual([]);
    expect(problemsOf('DELETE', '/depots/7/parcels').join()).toMatch(/not described/);
    expect(problemsOf('GET', '/parcels').join()).toMatch(/not described/);
  });
});

describe("Telegram's list of methods", () => {
  const METHODS = {
    methods: {
      ring: {
        fields: [
          { name: 'door', types: ['Integer', 'String'], required: true, description: 'Which, 1-5 characters' },
          { name: 'bells', types: ['Array of Bell'], required: false, description: 'Which of them' },
        ],
      },
      knock: {},
    },
    types: {
      Bell: { subtypes: ['Gong', 'Chime'] },
      Gong: { fields: [{ name: 'size', types: ['Float'], required: true, description: 'Across' }] },
      Chime: { fields: [{ name: 'tune', types: ['String'], required: true, description: 'Its notes, 1-4 bytes' }] },
    },
  };
  const problemsOf = (path: string, body: unknown) =>
    described('telegram', 'api.json', JSON.stringify(METHODS)).problems({ method: 'POST', path, body });

  it.each([
    ['/bot1:x/ring', { door: 'back', bells: [{ size: 2.5 }, { tune: 'abc' }] }],
    ['/bot1:x/ring', { door: 7 }],
    ['/bot1:x/knock', {}],
  ])('allows %s %j', (path, body) => {
    expect(problemsOf(path, body)).toEqual([]);
  });

  it.each([
    ['/bot1:x/ring', {}, /door/],
    ['/bot1:x/ring', { door: 'behind' }, /5 characters/],
    ['/bot1:x/ring', { door: 1, bells: [{ tune: 'ééé' }] }, /maxBytes/],
    ['/bot1:x/ring', { door: 1, loud: true }, /loud/],
    ['/bot1:x/shout', {}, /not described/],
  ])('refuses %s %j', (path, body, words) => {
    expect(problemsOf(path, body).join()).toMatch(words);
  });
});
