import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { inspect } from '../../src/cli/inspect';
import { toSarif } from '../../src/cli/sarif';
import { readFleet } from '../../src/fleet-file';
import type { Located } from '../../src/fleet-file';
import { root } from './run';

/** The schema as it was published, from a package of matchers that carries it. */
const published = createRequire(__filename).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  JSON.parse(readFileSync(published, 'utf8')) as object,
);

function errorsOf(log: unknown): unknown {
  return valid(log) ? [] : valid.errors;
}

function everything(file: string): Located[] {
  const fleet = readFleet(file);
  const tenants = fleet.problems.length > 0 ? [] : inspect(fleet, '2099-01-01');
  return [...fleet.problems, ...tenants.flatMap(({ findings }) => findings)];
}

const faults = join(root, 'test/faults');

test.each(readdirSync(faults).filter((name) => !name.includes('.')))('%s is written as the schema asks', (name) => {
  expect(errorsOf(toSarif(everything(join(faults, name, 'fleet.yaml'))))).toEqual([]);
});

test('findings are written as the schema asks, with why and what to do', () => {
  const log = toSarif(everything(join(root, 'examples/fleet/fleet.yaml'))) as {
    runs: { tool: { driver: { rules: unknown[] } } }[];
  };
  expect(errorsOf(log)).toEqual([]);
  expect(log.runs[0]?.tool.driver.rules).toContainEqual({
    id: 'WaiverExpired',
    shortDescription: { text: 'Somebody promised an end.' },
    help: { text: 'mend the cause, or renew the waiver with a new day and reason (docs/fleet-file.md)' },
    defaultConfiguration: { level: 'warning' },
  });
});

test('an empty log is one too, and a log that is none is refused', () => {
  expect(errorsOf(toSarif([]))).toEqual([]);
  expect(errorsOf({ version: '2.1.0', runs: [{ results: [] }] })).not.toEqual([]);
});
