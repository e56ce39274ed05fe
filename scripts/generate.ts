import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage } from './coverage-page';
import { rulesPage, settingsPage } from './pages';
import { specTypeFile, writeSpecType } from './spec-type';

/** Pages that are written from the model, by their place in the project. A test holds them equal. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/settings.md': settingsPage,
  'docs/rules.md': rulesPage,
  'docs/coverage.md': coveragePage,
};

if (require.main === module) {
  writeFileSync(specTypeFile, writeSpecType());
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(__dirname, '..', file), text());
}
