import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '../../scripts/generate';
import { root } from '../cli/run';

test.each(Object.entries(pages))('%s is what the model says; else run npm run generate', (file, text) => {
  expect(readFileSync(join(root, file), 'utf8')).toBe(text());
});
