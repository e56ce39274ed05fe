import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { z } from 'zod';
import { deploymentSpec } from '../../src/model/spec';

/** The part of a JSON Schema that values are made from. */
interface Node {
  readonly type?: string;
  readonly expected?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | boolean;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
}

/** Values of every format, by the words that the format’s message uses. */
export type Samples = Readonly<Record<string, readonly string[]>>;

/** A place of the specification that can be given alone. */
interface Place {
  readonly path: readonly string[];
  readonly node: Node;
}

/** Paths below a place. */
type Keys = readonly (readonly string[])[];

/** Makes arbitrary specifications; `samples` has values of every format. */
export class SpecArbitrary {
  private readonly places: readonly Place[];

  public constructor(private readonly samples: Samples) {
    const root = z.toJSONSchema(deploymentSpec, { io: 'input', unrepresentable: 'any' }) as Node;
    this.places = this.units(root, []).filter(
      ({ path: [section] }) => !['name', 'host', 'accept'].includes(String(section)),
    );
  }

  /** A few keys of the specification, each with an arbitrary value that its schema takes. */
  public changes(): Arbitrary<object> {
    const { places } = this;
    return fc
      .uniqueArray(fc.nat(places.length - 1), { minLength: 1, maxLength: 8 })
      .chain((picked) => this.at(picked.flatMap((index) => places[index] ?? [])));
  }

  /** Arbitrary values at some keys and what has to stand beside them; every value below a key is arbitrary. */
  public changesAt(...keys: readonly string[]): Arbitrary<object> {
    const wanted = keys.map((key) => key.split('.'));
    const holds = ({ path }: Place): boolean =>
      wanted.some((key) => path.every((part, at) => (key[at] ?? part) === part));
    const exact = ({ path }: Place): boolean => wanted.some((key) => key.length >= path.length);
    const held = this.places.filter(holds);
    return fc
      .subarray(held.filter((one) => !exact(one)))
      .chain((some) => this.at([...held.filter(exact), ...some], wanted));
  }

  private at(places: readonly Place[], wanted?: Keys): Arbitrary<object> {
    const below = (path: readonly string[]): Keys | undefined =>
      wanted
        ?.filter((key) => path.every((part, at) => (key[at] ?? part) === part))
        .map((key) => key.slice(path.length));
    return fc
      .tuple(...places.map(({ path, node }) => this.value(node, below(path)).map((value) => ({ path, value }))))
      .map((changes) => changes.reduce<object>((spec, { path, value }) => place(spec, path, value), {}));
  }

  /** Places that can be given alone: leaves, and mappings of which some keys are asked for. */
  private units(node: Node, path: readonly string[]): Place[] {
    const whole = path.length > 0 && (node.required?.length ?? 0) > 0 && !given.includes(path.join('.'));
    if (node.properties && !whole) {
      return Object.entries(node.properties).flatMap(([key, child]) => this.units(child, [...path, key]));
    }
    return [{ path, node }];
  }

  /** A value; with `wanted`, of the keys that may be left out only those. */
  private value(node: Node, wanted?: Keys): Arbitrary<unknown> {
    const options = node.oneOf ?? node.anyOf;
    if (options) return fc.oneof(...options.map((option) => this.value(option, wanted)));
    if (node.const !== undefined) return fc.constant(node.const);
    if (node.enum) return fc.constantFrom(...node.enum);
    switch (node.type) {
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: node.minimum, max: node.maximum });
      case 'number':
        return this.number(node);
      case 'array':
        return this.list(node);
      case 'object':
        return this.mapping(node, wanted);
      default:
        return this.text(node);
    }
  }

  private number({ minimum = 0, maximum = 100, multipleOf = 1 }: Node): Arbitrary<number> {
    return fc
      .integer({ min: Math.ceil(minimum / multipleOf), max: Math.floor(maximum / multipleOf) })
      .map((steps) => steps * multipleOf);
  }

  private list({ items = {}, minItems = 0, maxItems = minItems + 2 }: Node): Arbitrary<unknown> {
    return fc.uniqueArray(this.value(items), {
      minLength: minItems,
      maxLength: Math.min(maxItems, minItems + 2),
      selector: (value) => JSON.stringify(value),
    });
  }

  private mapping({ properties, required = [], additionalProperties }: Node, wanted?: Keys): Arbitrary<unknown> {
    if (!properties && typeof additionalProperties === 'object') {
      return fc.dictionary(fc.constantFrom('signingKey', 'csp', 'CUSTOM_NAME'), this.value(additionalProperties), {
        maxKeys: 2,
      });
    }
    const everything = !wanted || wanted.some((key) => key.length === 0);
    const values = Object.entries(properties ?? {}).flatMap(([key, child]): [string, Arbitrary<unknown>][] => {
      const below = wanted?.filter(([head]) => head === key).map((rest) => rest.slice(1)) ?? [];
      const value = this.value(child, below.length > 0 ? below : undefined);
      if (required.includes(key) || below.length > 0) return [[key, value]];
      return everything ? [[key, fc.option(value, { nil: undefined, freq: 2 })]] : [];
    });
    return fc.record(Object.fromEntries(values));
  }

  private text({ expected }: Node): Arbitrary<string> {
    const samples = this.samples[expected ?? ''];
    if (!samples) throw new Error(`no samples for ${expected ?? 'text of no format'}`);
    return fc.constantFrom(...samples);
  }
}

/** Mappings that the base of every specification gives already. */
const given = ['auth', 'rag', 'rag.embedding', 'aws', 'kubernetes', 'kubernetes.secrets'];

function place(spec: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const under = (spec as Record<string, object>)[key] ?? {};
  return { ...spec, [key]: rest.length === 0 ? value : place(under, rest, value) };
}
