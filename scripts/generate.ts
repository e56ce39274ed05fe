import { writeFileSync } from 'node:fs';
import { specTypeFile, writeSpecType } from './spec-type';

writeFileSync(specTypeFile, writeSpecType());
