import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Endpoint, Environment, Part, Value } from '../model';

/** What the target alone knows. The name of the instance is known inside of the container only. */
export interface Knowledge {
  /** Values of the endpoints. */
  readonly endpoints: Readonly<Record<Exclude<Endpoint, 'instanceName'>, string>>;
  /** Secret of a role. */
  readonly secretOf: (role: string) => ISecret;
}

/** The model's variables as a container of ECS takes them. */
export interface ContainerVariables {
  /** Values that are known when the stack is deployed. */
  readonly environment: Readonly<Record<string, string>>;
  /** Values that are a secret and nothing else, and the secrets that `exports` puts into longer values. */
  readonly secrets: Readonly<Record<string, ecs.Secret>>;
  /** Lines of shell that put together what only the container can. */
  readonly exports: readonly string[];
  /** Variables that are of no use after `exports`. */
  readonly helpers: readonly string[];
}

type SecretPart = Extract<Part, { secret: string }>;

const isSecret = (part: Part): part is SecretPart => typeof part === 'object' && 'secret' in part;

const isInstanceName = (part: Part): boolean =>
  typeof part === 'object' && 'endpoint' in part && part.endpoint === 'instanceName';

/** Text that a shell reads as it stands. */
export const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const helperName = ({ secret, field }: SecretPart): string => ['SECRET', secret, field].filter(Boolean).join('_');

const secretFor = ({ secretOf }: Knowledge, { secret, field }: SecretPart): ecs.Secret =>
  ecs.Secret.fromSecretsManager(secretOf(secret), field);

function textOf({ endpoints }: Knowledge, part: Part): string {
  if (typeof part === 'string') return part;
  if (isSecret(part) || part.endpoint === 'instanceName') throw new Error('only the container knows this value');
  return endpoints[part.endpoint];
}

/** One word of shell: text in single quotes, what only the container knows in double ones. */
function inShell(knowledge: Knowledge, value: Value): string {
  let word = '';
  let text = '';
  for (const part of value) {
    if (!isSecret(part) && !isInstanceName(part)) {
      text += textOf(knowledge, part);
      continue;
    }
    word += (text && quote(text)) + (isSecret(part) ? `"$${helperName(part)}"` : '"$HOSTNAME"');
    text = '';
  }
  return word + (text && quote(text));
}

function onlySecret(value: Value): SecretPart | undefined {
  const [first] = value;
  return value.length === 1 && first !== undefined && isSecret(first) ? first : undefined;
}

/** Sorts the model's variables by where their values become known. */
export function containerVariables(variables: Environment, knowledge: Knowledge): ContainerVariables {
  const environment: Record<string, string> = {};
  const secrets: Record<string, ecs.Secret> = {};
  const exports: string[] = [];
  const helpers = new Set<string>();
  for (const [name, value] of Object.entries(variables)) {
    const single = onlySecret(value);
    if (single) {
      secrets[name] = secretFor(knowledge, single);
    } else if (value.some((part) => isSecret(part) || isInstanceName(part))) {
      for (const part of value.filter(isSecret)) {
        secrets[helperName(part)] = secretFor(knowledge, part);
        helpers.add(helperName(part));
      }
      exports.push(`export ${name}=${inShell(knowledge, value)}`);
    } else {
      environment[name] = value.map((part) => textOf(knowledge, part)).join('');
    }
  }
  return { environment, secrets, exports, helpers: [...helpers] };
}
