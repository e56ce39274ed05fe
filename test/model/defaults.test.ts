import { z } from 'zod';
import { deploymentSpec } from '../../src/model/spec';

interface Node {
  readonly description?: string;
  readonly default?: unknown;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
}

/** Paths of the optional keys below a node of which nobody learns what holds without them. */
function untold(node: Node, path: string): string[] {
  const { properties = {}, required = [], additionalProperties, items, oneOf = [], anyOf = [] } = node;
  const own = Object.entries(properties)
    .filter(([key, child]) => !required.includes(key) && child.default === undefined)
    .filter(([, { description = '' }]) => !/ @default - \S/.test(description))
    .map(([key]) => `${path}.${key}`);
  const below = [
    ...Object.entries(properties).flatMap(([key, child]) => untold(child, `${path}.${key}`)),
    ...[...oneOf, ...anyOf].flatMap((option) => untold(option, path)),
    ...(items ? untold(items, `${path}[]`) : []),
    ...(additionalProperties ? untold(additionalProperties, `${path}{}`) : []),
  ];
  return [...own, ...below];
}

test('a key that is told of its default is passed over, one that is not is found', () => {
  const told = z.strictObject({
    required: z.string(),
    fixed: z.string().default('x'),
    derived: z.string().optional().describe('A key. @default - another key’s'),
    list: z.array(z.strictObject({ bare: z.string().optional().describe('A key. Default: none.') })),
    choice: z.union([z.strictObject({ empty: z.string().optional().describe('A key. @default - ') }), z.string()]),
    byName: z.record(z.string(), z.strictObject({ mute: z.string().optional() })),
  });
  expect(untold(z.toJSONSchema(told, { io: 'input' }) as Node, '')).toEqual([
    '.list[].bare',
    '.choice.empty',
    '.byName{}.mute',
  ]);
});

test('every optional key says what holds without it', () => {
  expect(untold(z.toJSONSchema(deploymentSpec, { io: 'input', unrepresentable: 'any' }) as Node, '')).toEqual([]);
});
