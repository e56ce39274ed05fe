import { fileCodeGuidance } from '../fleet-file';
import { catalogue, ruleBook } from '../model';
import type { Entry, Guidance } from '../model';
import { nearest } from '../model/messages';
import { refusedVariables, reservedVariables } from '../model/settings/reserved';
import { upstreamDefault, upstreamVariables } from '../model/upstream-variables';
import { exitCode } from './exit-code';
import { sayLines } from './say';
import { shown } from './settings';

type Facts = readonly (readonly [label: string, text: string | undefined])[];

function describe(title: string, facts: Facts): string {
  const told = facts.filter(([, text]) => text !== undefined && text !== '');
  return [title, ...told.map(([label, text]) => `  ${`${label}:`.padEnd(10)} ${text}`)].join('\n');
}

const severities = {
  problem: 'problem: nothing is written until it is mended',
  error: 'error: nothing is written until it is mended or waived',
  warning: 'warning',
} as const;

function aboutCode({ code, severity, reason, fix, source, owasp, waivable }: Guidance): string {
  return describe(`${code} (${severities[severity]})`, [
    ['why', reason],
    ['fix', fix],
    [
      'accept',
      waivable ? `accept: [{ rule: ${code}, reason: why it is acceptable here, until: 2027-03-31 }]` : undefined,
    ],
    ['OWASP', owasp && `${owasp}:2021`],
    ['source', source],
  ]);
}

function aboutEntry(entry: Entry): string {
  const { variable, path, type, role, rotation, values, separator, otherwise, meaning, why, needs, source } = entry;
  return describe(variable, [
    ['what', meaning],
    ['key', path],
    ['type', separator === undefined ? type : `${type}, joined by ${JSON.stringify(separator)}`],
    ['role', role],
    ['changed', rotation],
    ['values', values?.join(', ')],
    ['hardened', otherwise ?? shown(entry.default)],
    ['upstream', upstreamDefault(variable)],
    ['why', why],
    ['needs', needs?.join(', ')],
    ['source', source],
  ]);
}

function aboutReserved(variable: string): string | undefined {
  const reserved = reservedVariables[variable];
  return (
    reserved &&
    describe(variable, [
      ['always', reserved.value],
      ['why', reserved.why],
    ])
  );
}

/** A variable that nobody may set, and an older name of one that has a key. */
function aboutRefused(variable: string): string | undefined {
  const why = refusedVariables[variable];
  const current = upstreamVariables[variable]?.aliasOf;
  if (why !== undefined) return describe(variable, [['refused', why]]);
  return current && catalogue().some((entry) => entry.variable === current)
    ? describe(variable, [['refused', `another name of ${current}, which has a key of its own`]])
    : undefined;
}

/** A variable of the release that no key decides. */
function aboutUpstream(variable: string): string | undefined {
  const known = upstreamVariables[variable];
  return (
    known &&
    describe(variable, [
      ['what', 'a variable of Open WebUI that has no key of its own; write it under extra'],
      ['type', known.separator === undefined ? known.parse : `list, joined by ${JSON.stringify(known.separator)}`],
      ['upstream', upstreamDefault(variable)],
    ])
  );
}

interface Found {
  readonly codes: readonly Guidance[];
  readonly entries: readonly Entry[];
}

function find(name: string): Found {
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
  const below = (path: string): boolean => path === name || path.startsWith(`${name}.`);
  return {
    codes: [...ruleBook(), ...fileCodeGuidance].filter(({ code }) => same(code)),
    entries: catalogue().filter(({ variable, path }) => same(variable) || below(path)),
  };
}

function unknown(name: string): number {
  const names = [
    ...[...ruleBook(), ...fileCodeGuidance].map(({ code }) => code),
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

/** `owui explain`: what a code, a variable or a key means, why, and what to do. */
export function explain(name: string, format: 'table' | 'json'): number {
  const { codes, entries } = find(name);
  const others = entries.length > 0 ? [] : [aboutReserved(name) ?? aboutRefused(name) ?? aboutUpstream(name)];
  const texts = [...codes.map(aboutCode), ...entries.map(aboutEntry), ...others].filter((text) => text !== undefined);
  if (texts.length === 0) return unknown(name);
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ codes, settings: entries }, undefined, 2)}\n` : `${texts.join('\n\n')}\n`,
  );
  return exitCode.fine;
}
