import { pathToFileURL } from 'node:url';
import { everyCode } from '../fleet-file';
import type { Located } from '../fleet-file';
import { formatPath } from '../model';
import type { Guidance } from '../model';

const levels = { problem: 'error', error: 'error', warning: 'warning' } as const;

/** A relative path as the reference that SARIF wants: each part percent-encoded. */
function uri(file: string): string {
  return /^[/\\]|^[A-Za-z]:/.test(file)
    ? pathToFileURL(file).href
    : file.split(/[/\\]/).map(encodeURIComponent).join('/');
}

/** What a code means, for scanners that show it beside the results. */
function described(id: string, guidance: readonly Guidance[]): object {
  const known = guidance.find(({ code }) => code === id);
  if (!known) return { id };
  const { reason, fix, source, owasp, severity } = known;
  return {
    id,
    shortDescription: { text: reason },
    help: { text: `${fix} (${source})` },
    defaultConfiguration: { level: levels[severity] },
    ...(owasp !== undefined && { properties: { tags: [`OWASP ${owasp}:2021`] } }),
  };
}

/** Problems and findings as a log in SARIF 2.1.0, as code scanners read it. */
export function toSarif(all: readonly Located[]): object {
  const guidance = everyCode();
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'owui', rules: codes.map((id) => described(id, guidance)) } },
        results: all.map(({ code, severity, file, line, column, path, message, notes }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: levels[severity],
          message: {
            text: [path.length === 0 ? message : `${formatPath(path)}: ${message}`, ...notes].join(' · '),
          },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uri(file) },
                ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
              },
            },
          ],
        })),
      },
    ],
  };
}
