import type { Deployment } from './deployment';
import type { DeploymentSpec } from './deployment-spec';
import { schemaCodes, show, toProblems } from './messages';
import { InvalidDeployment } from './problem';
import type { Problem } from './problem';
import { problemsOf, problemRules } from './rules';
import { explainRefusal, refusals } from './rules/refusals';
import { completeAuth } from './settings/auth';
import { sizes } from './sizes';
import { deploymentSpec } from './spec';
import type { ParsedSpec } from './spec';

/** Every code that a {@link Problem} of a single deployment can have. */
export const deploymentProblemCodes: readonly string[] = [
  ...schemaCodes,
  ...[...refusals, ...problemRules].map(({ code }) => code),
];

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

function resolveAws(parsed: ParsedSpec): Deployment['aws'] {
  if (!parsed.aws) return undefined;
  const size = sizes[parsed.size];
  return { ...parsed.aws, database: parsed.aws.database ?? size.database, cache: parsed.aws.cache ?? size.cache };
}

function resolveKubernetes(parsed: ParsedSpec): Deployment['kubernetes'] {
  if (!parsed.kubernetes) return undefined;
  const { kubernetes, name } = parsed;
  const sqlName = name.replaceAll('-', '_');
  return {
    ...kubernetes,
    namespace: kubernetes.namespace ?? name,
    database: {
      ...kubernetes.database,
      name: kubernetes.database.name ?? sqlName,
      user: kubernetes.database.user ?? sqlName,
    },
    storage:
      kubernetes.storage.kind === 's3'
        ? { ...kubernetes.storage, prefix: kubernetes.storage.prefix ?? name }
        : kubernetes.storage,
    secrets: { ...kubernetes.secrets, prefix: kubernetes.secrets.prefix ?? name },
  };
}

function resolve(parsed: ParsedSpec): Deployment {
  const { cpu, memory, replicas } = sizes[parsed.size];
  return deepFreeze({
    ...parsed,
    replicas: parsed.replicas ?? { ...replicas },
    cpu,
    memory,
    auth: completeAuth(parsed.auth),
    aws: resolveAws(parsed),
    kubernetes: resolveKubernetes(parsed),
  });
}

/** What {@link tryDefineDeployment} came to: a deployment, or why there is none. */
export type Defined =
  | { readonly deployment: Deployment; readonly problems: readonly [] }
  | { readonly deployment?: undefined; readonly problems: readonly Problem[] };

/** Like {@link defineDeployment}, but returns the problems. Takes input of any kind, as read from a file. */
export function tryDefineDeployment(input: unknown): Defined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { problems: [{ code: 'WrongType', path: [], message: `expected a mapping, got ${show(input)}` }] };
  }
  const parsed = deploymentSpec.safeParse(input);
  if (!parsed.success) {
    const found = toProblems(deploymentSpec, input, parsed.error.issues);
    return { problems: found.map((problem) => explainRefusal(problem, input)) };
  }
  const deployment = resolve(parsed.data);
  const problems = problemsOf(deployment);
  return problems.length > 0 ? { problems } : { deployment, problems: [] };
}

/**
 * Checks a specification and completes it. The result is frozen in depth.
 *
 * @throws InvalidDeployment with every problem at once
 */
export function defineDeployment(spec: DeploymentSpec): Deployment {
  const { deployment, problems } = tryDefineDeployment(spec);
  if (deployment === undefined) throw new InvalidDeployment(problems);
  return deployment;
}
