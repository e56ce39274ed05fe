import { tryDefineDeployment } from '../../../src/model';
import { formatProblem } from '../../../src/model/problem';
import { awsSpec } from '../../fixtures';
import { written } from './on-kubernetes';
import { written as onAmazon } from './written';

test.each([
  ['RAG_FILE_MAX_SIZE', '50'],
  ['RAG_FILE_MAX_COUNT', '10'],
  ['RAG_ALLOWED_FILE_EXTENSIONS', 'csv,docx,epub,html,json,md,odt,pdf,pptx,rtf,txt,xlsx,xml,yaml,yml'],
  ['FILE_IMAGE_COMPRESSION_WIDTH', undefined],
  ['FILE_IMAGE_COMPRESSION_HEIGHT', undefined],
])('%s is %s by default, on both targets', (name, value) => {
  expect([onAmazon({}, name), written({}, name)]).toEqual([value, value]);
});

test.each([
  ['RAG_FILE_MAX_SIZE', { maxSizeMiB: 10 }, '10'],
  ['RAG_FILE_MAX_COUNT', { maxCount: 3 }, '3'],
  ['RAG_ALLOWED_FILE_EXTENSIONS', { allowedExtensions: ['pdf', 'txt'] }, 'pdf,txt'],
  ['RAG_ALLOWED_FILE_EXTENSIONS', { allowedExtensions: [] }, ''],
  ['FILE_IMAGE_COMPRESSION_WIDTH', { imageMaxWidth: 2048 }, '2048'],
  ['FILE_IMAGE_COMPRESSION_HEIGHT', { imageMaxHeight: 1536 }, '1536'],
])('%s follows %j', (name, uploads, value) => {
  expect(written({ uploads }, name)).toBe(value);
});

test.each(['.pdf', 'PDF', 'tar.gz', 'a,b'])(
  'an extension written as %s would refuse or admit other files',
  (extension) => {
    const { problems } = tryDefineDeployment({ ...awsSpec, uploads: { allowedExtensions: [extension] } });
    expect(problems.map(formatProblem)).toEqual([
      `uploads.allowedExtensions[0]: expected a file extension such as pdf, got "${extension}"; write it in lower case and without the dot`,
    ]);
  },
);
