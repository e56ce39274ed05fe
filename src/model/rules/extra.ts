import type { Deployment } from '../deployment';
import { targetsOf } from '../deployment';
import { nearest } from '../messages';
import type { Path } from '../problem';
import { holdsKnownKey } from '../redact';
import { secrets } from '../secrets';
import { catalogue } from '../settings/catalogue';
import { extraRoles } from '../settings/extra';
import { refusedFamily, refusedVariables, reservedVariables } from '../settings/reserved';
import { expectedByUpstream, upstreamVariables } from '../upstream-variables';
import type { Rule, Verdict } from './rule';

type Value = Deployment['extra'][string];

type Judge = (name: string, value: Value) => string | undefined;

/** Judges every variable beyond the catalogue. */
const each =
  (judge: Judge): Rule['check'] =>
  ({ extra }) =>
    Object.entries(extra).flatMap(([name, value]): Verdict[] => {
      const message = judge(name, value);
      return message === undefined ? [] : [{ path: ['extra', name] satisfies Path, message }];
    });

const wellFormed = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);

/** Older names of a variable are that variable. */
const current = (name: string): string => upstreamVariables[name]?.aliasOf ?? name;

/** Why `extra` refuses a name, where it does, as the message says it. */
export function refusedByExtra(name: string): string | undefined {
  const entry = catalogue().find(({ variable }) => variable === current(name));
  if (entry) return `expected a variable without a key of its own, got one that ${entry.path} decides; write it there`;
  const why = reservedVariables[name]?.why ?? refusedVariables[name];
  if (why !== undefined) return `expected a variable that may be set, got one of the package’s own; ${why}`;
  const family = refusedFamily(name);
  return family && `expected a variable of Open WebUI, got one that ${family.does}; ${family.instead}`;
}

function malformed(name: string, value: Value): string | undefined {
  if (!wellFormed(name)) return 'expected letters, digits and underscores, got another name; write it as upstream does';
  const expected = typeof value === 'string' ? expectedByUpstream(name, value) : undefined;
  return expected && `expected ${expected}, got other text; the release would read it as something else or stop`;
}

function unknown(name: string): string | undefined {
  if (!wellFormed(name) || name in upstreamVariables || refusedByExtra(name) !== undefined) return undefined;
  const near = nearest(name, Object.keys(upstreamVariables));
  return `expected a variable that the release reads, got another; ${near === undefined ? 'leave it out if nothing else reads it' : `did you mean ${near}?`}`;
}

/** Endings of names whose value nobody may read. */
const secretNames =
  /(?:^|_)(?:(?<!PUBLIC_)KEY|TOKEN|SECRETS?|PASS|PWD|PASSPHRASE|CREDENTIALS?(?:_JSON)?|DSN|SK|AUTHORIZATION|API_AUTH|CONNECTIONS|HEADERS)$|(?:API_?KEYS?|ACCESS_KEY_ID|PASSWORD|PASSWD)$/;

/** Whether a name, in whatever case, is one of a value that nobody may read. A switch or a number of such a name is none. */
function isSecretName(name: string): boolean {
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').replaceAll('-', '_');
  return secretNames.test(words.toUpperCase());
}

const inText = [
  /:\/\/[^/\s?#@]+@/,
  /[?&;#][\w.-]*(?:token|key|secret|password|signature|credential)=[^&\s]/i,
  /-----BEGIN [A-Z\d ]*PRIVATE KEY/,
];

/** Whether a member of JSON holds a secret. A lone `key` there is the name of something more often than a secret. */
function memberHolds([key, value]: readonly [string, unknown]): boolean {
  if (typeof value === 'string' && value !== '' && key.toLowerCase() !== 'key' && isSecretName(key)) return true;
  return jsonHolds(value);
}

function jsonHolds(value: unknown): boolean {
  if (typeof value === 'string') return holdsSecret(value);
  return typeof value === 'object' && value !== null && Object.entries(value).some(memberHolds);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a text holds what looks like a secret: in a URL, as a key of a known kind, or inside JSON. */
function holdsSecret(text: string): boolean {
  if (holdsKnownKey(text) || inText.some((pattern) => pattern.test(text))) return true;
  return /^\s*[[{"]/.test(text) && jsonHolds(parsed(text));
}

function literal(name: string, value: Value): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { parse = 'text' } = upstreamVariables[name] ?? {};
  const secret = isSecretName(name) && parse !== 'boolean' && parse !== 'integer';
  return secret || holdsSecret(value)
    ? 'expected a secret role such as { secret: licenseKey }, got text; a secret never stands in a specification'
    : undefined;
}

function takenRoles(deployment: Deployment): readonly Verdict[] {
  const own = extraRoles(deployment).map(({ role }) => role);
  const all = targetsOf(deployment).map((target) => secrets(deployment, target).map(({ name }) => name));
  const taken = own.filter((role) => all.some((names) => names.indexOf(role) < names.lastIndexOf(role)));
  return Object.entries(deployment.extra).flatMap(([name, value]): Verdict[] =>
    typeof value !== 'string' && taken.includes(value.secret)
      ? [
          {
            path: ['extra', name],
            message: `expected a role of its own, got ${value.secret}; that role holds another secret: choose another name`,
          },
        ]
      : [],
  );
}

const source = 'docs/decisions.md';

/** Rules on variables beyond the catalogue. */
export const extraRules: readonly Rule[] = [
  {
    code: 'ExtraOwned',
    severity: 'problem',
    reason: 'A variable that has a key would be set twice, and past everything that checks the key.',
    fix: 'write the key that the message names',
    source,
    check: each(refusedByExtra),
  },
  {
    code: 'ExtraMalformed',
    severity: 'problem',
    reason: 'The release reads a switch that is not the word true as off, and stops at some numbers and JSON.',
    fix: 'write the value as the message says',
    source: 'facts/open-webui.md §1.0',
    check: each(malformed),
  },
  {
    code: 'UnknownVariable',
    severity: 'warning',
    reason: 'A misspelt variable silently does nothing.',
    fix: 'write the name as the release spells it; accept the finding for a variable of a library',
    source,
    owasp: 'A05',
    check: each(unknown),
  },
  {
    code: 'LiteralSecret',
    severity: 'problem',
    reason: 'What stands in a specification stands in git, in manifests and in templates.',
    fix: 'name a role, and put the value into the store',
    source: 'seeds/security-configuration.txt, "Environment Variable Security"',
    owasp: 'A02',
    check: each(literal),
  },
  {
    code: 'RoleTaken',
    severity: 'problem',
    reason: 'One secret would serve two purposes, and changing it for one would break the other.',
    fix: 'give the role another name',
    source,
    check: takenRoles,
  },
];
