import { z } from 'zod';
import { text } from '../formats';
import { facts, setting, upstream } from './setting';
import type { DerivedVariables } from './setting';

const extension = text(
  'a file extension such as pdf',
  /^[a-z0-9]{1,10}$/,
  'write it in lower case and without the dot',
);

/** Text and office documents: what is read for answers. */
const documents = [
  'csv',
  'docx',
  'epub',
  'html',
  'json',
  'md',
  'odt',
  'pdf',
  'pptx',
  'rtf',
  'txt',
  'xlsx',
  'xml',
  'yaml',
  'yml',
];

/** Uploaded files. */
export const uploads = z
  .strictObject({
    maxSizeMiB: setting('RAG_FILE_MAX_SIZE', z.int().min(1).max(2048).default(50), {
      meaning: 'Largest file in MiB.',
      why: 'The release holds a whole file in memory, and looks at its size only when all of it is there.',
      source: facts('1.14'),
    }),
    maxCount: setting('RAG_FILE_MAX_COUNT', z.int().min(1).max(1000).default(10), {
      meaning: 'Files in one chat. The browser alone counts them.',
      why: 'Enough for people; the limit of uploads at the entry is what holds scripts back.',
      source: facts('1.14'),
    }),
    allowedExtensions: setting('RAG_ALLOWED_FILE_EXTENSIONS', z.array(extension).max(200).default(documents), {
      meaning: 'Extensions of files that are read for answers. Empty: every file.',
      why: 'Text and documents, so that archives, programs and exotic formats reach no parser. A dot would refuse every file.',
      source: facts('1.14'),
      separator: ',',
    }),
    imageMaxWidth: setting('FILE_IMAGE_COMPRESSION_WIDTH', z.int().min(64).max(10_000).optional(), {
      meaning: 'Width in pixels that the browser shrinks pictures to. @default - pictures keep theirs',
      why: 'Pictures are part of the chat that is stored; it saves room, and is no limit that the server enforces.',
      source: upstream('config.py'),
    }),
    imageMaxHeight: setting('FILE_IMAGE_COMPRESSION_HEIGHT', z.int().min(64).max(10_000).optional(), {
      meaning: 'Height in pixels that the browser shrinks pictures to. @default - pictures keep theirs',
      why: 'Pictures are part of the chat that is stored; it saves room, and is no limit that the server enforces.',
      source: upstream('config.py'),
    }),
  })
  .prefault({})
  .describe('Files that people upload.');

/** Variables that are not one key’s value. */
export const uploadsVariables = {} satisfies DerivedVariables;
