import type { k8s } from 'cdk8s-plus-28';
import type { Environment, Part, Value } from '../model';
import { byCodePoint } from '../model/problem';
import { appName } from './names';

type Reference = Exclude<Part, string>;

/** Kubernetes expands `$(NAME)` in a value, and reads `$$` as one `$`. */
const escape = (text: string): string => text.replaceAll('$', () => '$$');

const upperSnake = (camel: string): string => camel.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

function source(reference: Reference): k8s.EnvVarSource {
  if ('secret' in reference) return { secretKeyRef: { name: appName, key: reference.secret } };
  if (reference.endpoint === 'instanceName') return { fieldRef: { fieldPath: 'metadata.name' } };
  throw new Error(`${reference.endpoint}: expected a value that Kubernetes knows; the model writes it out itself`);
}

/** Variable that carries one piece of another variable’s value. */
function helperName(reference: Reference): string {
  return 'secret' in reference ? `SECRET_${upperSnake(reference.secret)}` : 'POD_NAME';
}

function variable(name: string, parts: Value): k8s.EnvVar {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return { name, valueFrom: source(only) };
  return {
    name,
    value: parts.map((part) => (typeof part === 'string' ? escape(part) : `$(${helperName(part)})`)).join(''),
  };
}

/**
 * Variables of a container. A value made of several pieces is put together by the kubelet out of helper variables, which
 * therefore come first; so no secret is ever text.
 */
export function containerEnvironment(environment: Environment): k8s.EnvVar[] {
  const references = Object.values(environment)
    .filter((parts) => parts.length > 1)
    .flat()
    .filter((part) => typeof part === 'object');
  const helpers = new Map(references.map((reference) => [helperName(reference), source(reference)]));
  const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => byCodePoint(a, b);
  return [
    ...[...helpers].sort(byName).map(([name, valueFrom]) => ({ name, valueFrom })),
    ...Object.entries(environment)
      .sort(byName)
      .map(([name, parts]) => variable(name, parts)),
  ];
}
