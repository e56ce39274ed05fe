import { everyCode } from '../fleet-file';
import { catalogue } from '../model';
import type { Entry, Guidance } from '../model';
import { nearest } from '../model/messages';
import { plainValues } from '../model/plain-values';
import { refusedByExtra } from '../model/rules/extra';
import { reservedVariables } from '../model/settings/reserved';
import { upstreamDefault, upstreamSeparator, upstreamVariables } from '../model/upstream-variables';
import { exitCode } from './exit-code';
import { sayLines } from './say';
import { shown } from './settings';

type Facts = readonly (readonly [label: string, text: string | undefined])[];

/** What there is to say of one name, for people and for machines. */
interface About {
  readonly kind: 'code' | 'setting' | 'reserved' | 'refused' | 'upstream';
  readonly title: string;
  readonly facts: Facts;
  readonly data: object;
}

function describe({ title, facts }: About): string {
  const told = facts.filter(([, text]) => text !== undefined && text !== '');
  return [title, ...told.map(([label, text]) => `  ${`${label}:`.padEnd(10)} ${text}`)].join('\n');
}

const severities = {
  problem: 'problem: nothing is written until it is mended',
  error: 'error: nothing is written until it is mended or waived',
  warning: 'warning',
} as const;

function aboutCode(guidance: Guidance): About {
  const { code, severity, reason, fix, source, owasp, waivable } = guidance;
  return {
    kind: 'code',
    title: `${code} (${severities[severity]})`,
    facts: [
      ['why', reason],
      ['fix', fix],
      [
        'accept',
        waivable ? `accept: [{ rule: ${code}, reason: why it is acceptable here, until: 2027-03-31 }]` : undefined,
      ],
      ['OWASP', owasp && `${owasp}:2021`],
      ['source', source],
    ],
    data: guidance,
  };
}

function aboutEntry(entry: Entry): About {
  const { variable, path, type, role, rotation, values, separator, otherwise, meaning, why, needs, source } = entry;
  const upstream = upstreamDefault(variable);
  return {
    kind: 'setting',
    title: variable,
    facts: [
      ['what', meaning],
      ['key', path],
      ['type', separator === undefined ? type : `${type}, joined by ${JSON.stringify(separator)}`],
      ['role', role],
      ['changed', rotation],
      ['values', values?.join(', ')],
      ['hardened', otherwise ?? shown(entry.default ?? plainValues().get(variable))],
      ['upstream', upstream],
      ['why', why],
      ['needs', needs?.join(', ')],
      ['source', source],
    ],
    data: { ...entry, upstream },
  };
}

/** A variable without a key: one that is always the same, one that `extra` refuses, or one that it takes. */
function aboutOther(variable: string): About | undefined {
  const reserved = reservedVariables[variable];
  if (reserved) {
    const { value, why } = reserved;
    return {
      kind: 'reserved',
      title: variable,
      facts: [
        ['always', value],
        ['why', why],
      ],
      data: { variable, value, why },
    };
  }
  const why = refusedByExtra(variable);
  if (why !== undefined) return { kind: 'refused', title: variable, facts: [['extra', why]], data: { variable, why } };
  const known = upstreamVariables[variable];
  if (!known) return undefined;
  const separator = upstreamSeparator(variable);
  return {
    kind: 'upstream',
    title: variable,
    facts: [
      ['what', 'a variable of Open WebUI that has no key of its own; write it under extra'],
      ['type', separator === undefined ? known.parse : `list, joined by ${JSON.stringify(separator)}`],
      ['upstream', upstreamDefault(variable)],
    ],
    data: { variable, parse: known.parse, separator, upstream: upstreamDefault(variable) },
  };
}

function find(name: string): readonly About[] {
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  const below = (path: string): boolean => path === name || path.startsWith(`${name}.`);
  const found = [
    ...everyCode()
      .filter(({ code }) => same(code))
      .map(aboutCode),
    ...catalogue()
      .filter(({ variable, path, role }) => same(variable) || below(path) || role === name)
      .map(aboutEntry),
  ];
  if (found.length > 0) return found;
  const other = aboutOther(name) ?? aboutOther(name.toUpperCase());
  return other ? [other] : [];
}

function unknown(name: string): number {
  const names = [
    ...everyCode().map(({ code }) => code),
    ...catalogue().flatMap(({ variable, path }) => [variable, path]),
    ...Object.keys(upstreamVariables),
  ];
  const near = nearest(name, names);
  sayLines([
    `expected a code, a variable or a key, got ${JSON.stringify(name)}; ${
      near === undefined
        ? 'owui settings lists the variables and keys, docs/rules.md the codes'
        : `did you mean ${near}?`
    }`,
  ]);
  return exitCode.wrongUsage;
}

/** `owui explain`: what a code, a variable, a key or a role means, why, and what to do. */
export function explain(name: string, format: 'table' | 'json'): number {
  const found = find(name);
  if (found.length === 0) return unknown(name);
  const text =
    format === 'json'
      ? JSON.stringify(
          found.map(({ kind, data }) => ({ kind, ...data })),
          undefined,
          2,
        )
      : found.map(describe).join('\n\n');
  process.stdout.write(`${text}\n`);
  return exitCode.fine;
}
