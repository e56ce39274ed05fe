import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { globSync } from 'tinyglobby';
import { defineFleet } from '../model';
import type { Deployment, Path } from '../model';
import { isMapping } from '../model/fleet';
import { show, suggest } from '../model/messages';
import { locate, sortLocated } from './located';
import type { Located } from './located';
import { locator } from './locator';
import type { Locate, Tenant } from './locator';
import { readYaml } from './yaml-source';
import type { Source } from './yaml-source';

/** A file of a thousand tenants is a tenth of it. */
const mostBytes = 4 * 1024 * 1024;

/** A fleet as read from its files. */
export interface FleetFile {
  /** Deployments in the order of their names; of a fleet with problems only some. */
  readonly deployments: readonly Deployment[];
  /** Everything that cannot work or cannot be meant, sorted by place. */
  readonly problems: readonly Located[];
  readonly locate: Locate;
}

class Files {
  public readonly problems: Located[] = [];

  public problem(code: string, file: string, message: string, path: Path = [], source?: Source): void {
    this.problems.push(locate({ code, severity: 'problem', message, path }, file, source?.origin(path)));
  }

  public read(file: string): Source | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const source = readYaml(text);
    for (const { code, message, at } of source.problems) {
      this.problems.push(locate({ code, severity: 'problem', message, path: [] }, file, at));
    }
    return source.problems.length > 0 ? undefined : source;
  }

  private text(file: string): string | undefined {
    let bytes: Buffer;
    try {
      const status = statSync(file);
      if (!status.isFile()) {
        this.problem('Unreadable', file, 'expected a file, got a folder or device; check the name');
        return undefined;
      }
      const { size } = status;
      if (size > mostBytes) {
        const mebibytes = (size / 1024 / 1024).toFixed(1);
        this.problem(
          'TooLarge',
          file,
          `expected at most 4 MiB, got ${mebibytes} MiB; put tenants into files of their own`,
        );
        return undefined;
      }
      bytes = readFileSync(file);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'an error';
      this.problem('Unreadable', file, `expected a file that can be read, got ${reason}; check the name`);
      return undefined;
    }
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      this.problem('NotUtf8', file, 'expected text in UTF-8, got other bytes; save it as UTF-8');
      return undefined;
    }
  }
}

const topKeys = ['defaults', 'tenants'];

/** Never the text itself in the message: somebody may have named a file of keys. */
function isMappingFile(files: Files, file: string, source: Source, expected: string): boolean {
  if (isMapping(source.value)) return true;
  const got = Array.isArray(source.value) ? 'a list' : 'plain text';
  files.problem('WrongType', file, `expected ${expected}, got ${got}; begin with an example of the docs`);
  return false;
}

/** Tenants that are files of their own, named by their files. */
function tenantFiles(files: Files, file: string, source: Source, globs: readonly string[]): Tenant[] {
  const directory = dirname(file);
  const found = globSync([...globs], { cwd: directory, expandDirectories: false, ignore: [basename(file)] });
  if (found.length === 0) {
    const patterns = globs.map((glob) => JSON.stringify(glob)).join(', ');
    files.problem(
      'GlobMatchesNothing',
      file,
      `expected files that match ${patterns}, got none; paths begin at the fleet file`,
      ['tenants'],
      source,
    );
  }
  return found.sort().flatMap((relative): Tenant[] => {
    const tenantFile = posix.normalize(join(directory, relative).replaceAll('\\', '/'));
    const own = files.read(tenantFile);
    const name = basename(relative).replace(/\.ya?ml$/, '');
    return own && isMappingFile(files, tenantFile, own, 'a mapping of one tenant')
      ? [{ name, file: tenantFile, source: own, root: [], spec: own.value }]
      : [];
  });
}

function tenantsOf(files: Files, file: string, source: Source): Tenant[] {
  const { tenants } = source.value as { tenants?: unknown };
  if (typeof tenants === 'string') return tenantFiles(files, file, source, [tenants]);
  if (Array.isArray(tenants) && tenants.length > 0 && tenants.every((glob) => typeof glob === 'string')) {
    return tenantFiles(files, file, source, tenants);
  }
  if (!isMapping(tenants) || Object.keys(tenants).length === 0) {
    const code = tenants === undefined ? 'Missing' : 'WrongType';
    const expected = 'a mapping of at least one tenant, or globs of tenants’ files';
    files.problem(
      code,
      file,
      `expected ${expected}, got ${isMapping(tenants) ? 'an empty mapping' : show(tenants)}`,
      ['tenants'],
      source,
    );
    return [];
  }
  return Object.entries(tenants).map(([name, spec]) => ({ name, file, source, root: ['tenants', name], spec }));
}

/** The tenants whose name nobody else has. */
function withoutDuplicates(files: Files, tenants: readonly Tenant[]): Tenant[] {
  const firsts = new Map<string, Tenant>();
  for (const tenant of tenants) {
    const first = firsts.get(tenant.name);
    if (!first) firsts.set(tenant.name, tenant);
    else {
      files.problem(
        'DuplicateTenant',
        tenant.file,
        `expected one tenant named ${tenant.name}, got another in ${first.file}; stack, namespace and folder would be the same`,
      );
    }
  }
  return [...firsts.values()];
}

/** What many tenants have from the defaults is said once. */
function once(all: readonly Located[]): Located[] {
  return [...new Map(all.map((located) => [JSON.stringify(located), located])).values()];
}

/** Reads a fleet from its file, and from tenants’ files where it names such. Never throws for what a person wrote. */
export function readFleet(file: string): FleetFile {
  const files = new Files();
  const failed = (): FleetFile => ({
    deployments: [],
    problems: sortLocated(files.problems),
    locate: (_, said, severity) => locate({ ...said, severity }, file, undefined),
  });
  const source = files.read(file);
  if (!source) return failed();
  if (!isMappingFile(files, file, source, 'a mapping with tenants') || !isMapping(source.value)) return failed();
  for (const key of Object.keys(source.value).filter((candidate) => !topKeys.includes(candidate))) {
    files.problem('UnknownKey', file, `unknown key; ${suggest(key, topKeys)}`, [key], source);
  }
  const { defaults } = source.value;
  if (defaults !== undefined && !isMapping(defaults)) {
    files.problem(
      'WrongType',
      file,
      `expected a mapping, got ${show(defaults)}; remove it or fill it in`,
      ['defaults'],
      source,
    );
    return failed();
  }
  const tenants = withoutDuplicates(files, tenantsOf(files, file, source));
  const fleet = defineFleet({ defaults, tenants });
  const locateOne = locator(file, source, defaults, tenants);
  const located = fleet.problems.map((problem) => locateOne(problem.tenant, problem, 'problem'));
  return {
    deployments: fleet.deployments,
    problems: sortLocated(once([...files.problems, ...located])),
    locate: locateOne,
  };
}
