import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage } from '../../src/model/coverage';
import { judge, root, skipped } from './report';

/** The two documents that the coverage answers. They lie beside the repository and never in it. */
const documents = {
  hardening: 'hardening-open-webui.txt',
  configuration: 'security-configuration.txt',
} as const;

const inventoryFile = join(root, 'test/model/seed-inventory.json');

/** What one section of a document holds: facts, and where they stand. */
export interface SectionInventory {
  readonly section: string;
  /** Lines that say something: neither headings, nor lead-ins, nor diagrams, nor references to files. */
  readonly lines: readonly number[];
  /** Names of variables, as the document spells them. */
  readonly names: readonly string[];
  readonly figures: readonly string[];
}

/** What a document holds, and the document that was read. */
export interface DocumentInventory {
  readonly sha256: string;
  readonly sections: readonly SectionInventory[];
}

const name = /\b[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+\b/g;

/** A variable of one word is known by what follows it. */
const shortName = /(?<![\w-])[A-Z]{3,}(?==|`:|` environment variable)/g;

const figure =
  /(?<![A-Za-z0-9_])(?:A\d\d:\d{4}|-?\d+(?:\.\d+)*(?:MB|[wh])?)(?![a-z0-9_])|\b(?:Continuous|[Dd]aily|[Ww]eekly|[Qq]uarterly|[Aa]nnually)\b/g;

/** A line without what only describes a pattern of characters. */
const withoutClasses = (line: string): string => line.replaceAll(/\[[^\]\s]*\]/g, '');

const all = (line: string, pattern: RegExp): string[] => line.match(pattern) ?? [];

const namesIn = (line: string): string[] => [...all(withoutClasses(line), name), ...all(line, shortName)];

/** The first document is plain text: a heading is a short line without punctuation, or stuck to the value before it. */
function plainHeading(line: string): string | undefined {
  const stuck = /^[A-Z][A-Z0-9_]*=.*[a-z0-9'](?=[A-Z])(.*)$/.exec(line)?.[1];
  const words = stuck?.includes(' ') ? stuck : line;
  return /^(?!#|\|)[^|=]*[^.:,;|=]$/.test(words) && words.split(' ').length <= 5 ? words : undefined;
}

const markedHeading = (line: string): string | undefined => /^## (?!Table of Contents)(.*)$/.exec(line)?.[1];

/** Blanks what says nothing of itself, and keeps the numbers of the other lines. */
function prose(text: string): string[] {
  const blank = (block: string): string => block.replaceAll(/[^\n]/g, '');
  return text
    .replaceAll(/```.*?```|<cite>.*?<\/cite>/gs, blank)
    .replaceAll(/^(?:- \[.*\]\(file:.*|\d+\. \[.*\]\(#.*|\*\*\w+ sources\*\*|\|.*)$/gm, blank)
    .split('\n');
}

/** What a document holds, section by section. */
function inventoryOf(text: string, headingOf: (line: string) => string | undefined): DocumentInventory {
  const sections: { section: string; line: number; lines: number[]; names: string[]; figures: string[] }[] = [];
  prose(text).forEach((line, index) => {
    const heading = headingOf(line);
    const current = sections.at(-1);
    const names = namesIn(line);
    if (current && line.trim() !== '' && (line !== heading || names.length > 0) && !line.startsWith('## ')) {
      if (!line.trimEnd().endsWith(':') || names.length > 0) current.lines.push(index + 1);
      current.names.push(...names);
      current.figures.push(
        ...all(line, figure).map((found) => found.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())),
      );
    }
    if (heading !== undefined) sections.push({ section: heading, line: index + 1, lines: [], names: [], figures: [] });
  });
  const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
  return {
    sha256: createHash('sha256').update(text).digest('hex'),
    sections: sections.map(({ section, line, lines, names, figures }) => ({
      section,
      lines: lines.length > 0 ? lines : [line],
      names: unique(names),
      figures: unique(figures),
    })),
  };
}

/** What both documents in a folder hold. */
export function seedInventory(folder: string): Readonly<Record<keyof typeof documents, DocumentInventory>> {
  const read = (document: keyof typeof documents): string => readFileSync(join(folder, documents[document]), 'utf8');
  return {
    hardening: inventoryOf(read('hardening'), plainHeading),
    configuration: inventoryOf(read('configuration'), markedHeading),
  };
}

/** Both documents must still hold what the committed inventory says; the coverage answers nothing else. */
export function seeds(folder = join(root, '../shared/seeds')): void {
  const check = 'the inventory of the two documents';
  if (!Object.values(documents).every((file) => existsSync(join(folder, file)))) {
    skipped(check, 'the documents do not lie beside the repository');
    return;
  }
  const committed: unknown = JSON.parse(readFileSync(inventoryFile, 'utf8'));
  const same = JSON.stringify(committed) === JSON.stringify(seedInventory(folder));
  judge(check, same ? '' : 'it differs; run `npx tsx scripts/verify/seeds.ts FOLDER` and answer what is new');
}

/** What the coverage says of the release and its unpacked source distribution does not show; nothing is good. */
export function unprovenClaims(release: string): string {
  return coverage
    .flatMap(({ answers }) => answers)
    .flatMap((answer) => (answer.kind === 'upstream' ? [answer] : []))
    .filter(
      ({ file, word }) => !existsSync(join(release, file)) || !readFileSync(join(release, file), 'utf8').includes(word),
    )
    .map(({ file, word }) => `${file}: no ${word}\n`)
    .join('');
}

if (require.main === module) {
  const [folder = join(root, '../shared/seeds')] = process.argv.slice(2);
  writeFileSync(inventoryFile, `${JSON.stringify(seedInventory(folder), undefined, 2)}\n`);
}
