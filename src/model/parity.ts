import type { Deployment, Target } from './deployment';
import { edge } from './edge';
import { environment } from './environment';
import { flows } from './flows';
import { secrets } from './secrets';
import { signals } from './signals';

/** What the model asks every target to do. */
export type Question =
  | 'variable'
  | 'secret'
  | 'flow'
  | 'limit'
  | 'header'
  | 'blockedPath'
  | 'configurationRoute'
  | 'identityHeader'
  | 'entry'
  | 'signal';

/** One thing that a target must answer for. */
export interface Demanded {
  readonly question: Question;
  readonly id: string;
  /** Name under which a target answers for all of a kind: `app-models` for `app-models-1`. */
  readonly kind: string;
}

/** How a target does what the model asks. */
export interface Answer {
  /** `enforced` as asked, `equivalent` by other means, `impossible` with a reason. */
  readonly status: 'enforced' | 'equivalent' | 'impossible';
  /** Where it is rendered, by which other means, or why it cannot be. */
  readonly how: string;
}

/** A target’s answers, by question and kind, as `flow:app-models`, or by question alone. */
export type Answers = Readonly<Record<string, Answer>>;

function demand(question: Question, ids: readonly string[], kindOf = (id: string) => id): Demanded[] {
  return ids.map((id) => ({ question, id, kind: kindOf(id) }));
}

/** Everything that the model asks of a target for a deployment. */
export function demands(deployment: Deployment, target: Target): readonly Demanded[] {
  const { limits, headers, blockedPaths, configurationRoutes, identityHeaders, adminCidrs, allowedCidrs } =
    edge(deployment);
  return [
    ...demand('variable', Object.keys(environment(deployment, target))),
    ...demand(
      'secret',
      secrets(deployment, target).map(({ name }) => name),
    ),
    ...demand(
      'flow',
      flows(deployment, target).map(({ id }) => id),
      (id) => id.replace(/-\d+$/, ''),
    ),
    ...demand(
      'limit',
      limits.map(({ id }) => id),
    ),
    ...demand(
      'header',
      headers.map(({ name }) => name),
    ),
    ...demand(
      'blockedPath',
      blockedPaths.map(({ path }) => path),
    ),
    ...demand(
      'configurationRoute',
      configurationRoutes.map(({ method, path }) => `${method} ${path}`),
    ),
    ...demand('identityHeader', identityHeaders),
    ...demand(
      'signal',
      signals.map(({ id }) => id),
    ),
    ...demand('entry', ['minimumTls', 'streamTimeout', 'spelling', 'managedRules']),
    ...(allowedCidrs ? demand('entry', ['allowedCidrs']) : []),
    ...(adminCidrs.length > 0 ? demand('entry', ['adminCidrs']) : []),
  ];
}

/**
 * What a target says of one demand.
 *
 * @throws Error when the target says nothing: a gap in the target, never in the input
 */
export function answerFor(answers: Answers, { question, kind }: Demanded): Answer {
  const answer = answers[`${question}:${kind}`] ?? answers[question];
  if (!answer) throw new Error(`no answer for ${question} ${kind}`);
  return answer;
}
