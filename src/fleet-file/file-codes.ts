import { ruleBook } from '../model';
import type { Guidance } from '../model';
import { fileGuidance } from '../model/rules/guidance';

const texts = {
  Unreadable: ['Nothing can be said of a file that cannot be read.', 'check the name and the permissions'],
  TooLarge: ['No fleet is that large; something else was named.', 'put tenants into files of their own'],
  NotUtf8: ['YAML is text in UTF-8.', 'save the file as UTF-8'],
  NotYaml: ['The file cannot be read in one way only.', 'mend the line that the message names'],
  DuplicateKey: ['One of the two values would silently win.', 'keep one of them'],
  TooManyValues: ['Aliases multiply values beyond what a fleet needs.', 'write the values out, or use defaults'],
  Empty: ['A file without content says nothing.', 'begin with an example of the docs'],
  GlobMatchesNothing: ['A fleet without tenants is a misspelt path.', 'write paths from the folder of the fleet file'],
  DuplicateTenant: ['Stack, namespace and folder of two tenants would be the same.', 'rename one of the files'],
} as const;

/** Codes of the problems of files, beyond those of a fleet. */
export const fileCodes = Object.keys(texts) as readonly (keyof typeof texts)[];

/** What every code means that a fleet can be answered with. */
export const everyCode = (): readonly Guidance[] => [...ruleBook(), ...fileGuidance(texts)];
