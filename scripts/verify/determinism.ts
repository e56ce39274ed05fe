import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge, root, workFolder } from './report';
import { run } from './tool';

const places: readonly NodeJS.ProcessEnv[] = [
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
];

/** The built command, twice, in two folders, time zones, languages and homes: the same bytes. */
export function determinism(): void {
  const folders = places.map((env, index) => {
    const folder = join(workFolder, `place-${index}`);
    mkdirSync(join(folder, 'home'), { recursive: true });
    cpSync(join(root, 'examples/fleet/fleet.yaml'), join(folder, 'fleet.yaml'));
    run(process.execPath, [join(root, 'lib/cli/main.js'), 'synth', 'fleet.yaml'], {
      cwd: folder,
      env: { ...env, HOME: join(folder, 'home') },
    });
    return join(folder, 'dist');
  });
  const { status, output } = run('diff', ['-r', ...folders]);
  judge('two syntheses in two places are byte-identical', status === 0 ? '' : output);
}
