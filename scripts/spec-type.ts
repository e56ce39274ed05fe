import { join } from 'node:path';
import { z } from 'zod';
import { deploymentSpec } from '../src/model/spec';

/** The file that {@link writeSpecType} is for. A test holds the two equal. */
export const specTypeFile = join(__dirname, '../src/model/deployment-spec.ts');

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly const?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly fix?: string;
}

const quote = (value: string): string => `'${value}'`;

function typeOf(node: Node, indent: string): string {
  const options = node.oneOf ?? node.anyOf;
  if (options) return options.map((option) => `\n${indent}| ${typeOf(option, `${indent}  `)}`).join('');
  if (node.const !== undefined) return quote(node.const);
  if (node.enum) return node.enum.map(quote).join(' | ');
  switch (node.type) {
    case 'array':
      return node.items ? `readonly (${typeOf(node.items, indent)})[]` : 'readonly unknown[]';
    case 'integer':
    case 'number':
      return 'number';
    case 'object':
      return node.properties || !node.additionalProperties
        ? `{\n${members(node, `${indent}  `)}${indent}}`
        : `Readonly<Record<string, ${typeOf(node.additionalProperties, indent)}>>`;
    default:
      return node.type ?? 'unknown';
  }
}

function comment(node: Node, indent: string): string {
  const value =
    node.default === undefined || JSON.stringify(node.default) === '{}'
      ? ''
      : ` @default ${JSON.stringify(node.default)}`;
  return node.description === undefined && value === '' ? '' : `${indent}/** ${node.description ?? ''}${value} */\n`;
}

function members(node: Node, indent: string): string {
  return Object.entries(node.properties ?? {})
    .map(([key, child]) => {
      const optional = node.required?.includes(key) ? '' : '?';
      return `${comment(child, indent)}${indent}readonly ${key}${optional}: ${typeOf(child, indent)};\n`;
    })
    .join('');
}

/** Writes the public type of a deployment’s specification from the one schema that checks it. */
export function writeSpecType(): string {
  const root = z.toJSONSchema(deploymentSpec, { io: 'input', unrepresentable: 'any' }) as Node;
  return [
    '// Generated from spec.ts by `npm run generate`; change it there.\n',
    '/** One deployment as a person writes it. Everything that is optional has a hardened default. */',
    `export interface DeploymentSpec ${typeOf(root, '')}\n`,
  ].join('\n');
}
