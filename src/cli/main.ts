#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { exitCode } from './exit-code';
import { FrameworkMissing } from './frameworks';

// Compiling a parser for each schema takes longer than all that one run parses.
z.config({ jitless: true });

/** Options of `owui check` as commander gives them. */
interface CheckOptions {
  readonly format: 'table' | 'json' | 'sarif';
  readonly strict: boolean;
  readonly asOf?: string;
}

function day(value: string): string {
  const parsed = Date.parse(value);
  // A day that no month has becomes one of the next month.
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError('expected a day such as 2027-03-31');
  }
  return value;
}

function version(): string {
  const text = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function program(): Command {
  const owui = new Command('owui')
    .description('Describe hardened Open WebUI deployments in one file; get CloudFormation and Kubernetes manifests')
    .version(version())
    .exitOverride();
  owui
    .command('check')
    .description('say what is wrong with a fleet, and what is loosened')
    .argument('<file>', 'fleet file')
    .addOption(
      new Option('--format <format>', 'table goes to standard error')
        .choices(['table', 'json', 'sarif'])
        .default('table'),
    )
    .option('--strict', 'take warnings for errors', false)
    .option('--as-of <day>', 'day on which waivers are judged (default: today)', day)
    .action(async (file: string, options: CheckOptions) => {
      const { check } = await import('./check');
      const asOf = options.asOf ?? new Date().toISOString().slice(0, 10);
      process.exitCode = check(file, { ...options, asOf });
    });
  owui
    .command('synth')
    .description('write templates and manifests of a fleet')
    .argument('<file>', 'fleet file')
    .option('--tenant <name>', 'only this tenant; may be given again', (name, all: string[]) => [...all, name], [])
    .addOption(new Option('--target <target>', 'only this target').choices(['aws', 'kubernetes', 'all']).default('all'))
    .option('--out <folder>', 'folder to write to', 'dist')
    .action(async (file: string, options: { tenant: string[]; target: 'aws' | 'kubernetes' | 'all'; out: string }) => {
      const { synth } = await import('./synth');
      process.exitCode = await synth(file, options);
    });
  owui
    .command('settings')
    .description('list every variable that a fleet file decides, hardened and upstream')
    .addOption(new Option('--format <format>').choices(['table', 'json']).default('table'))
    .action(async (options: { format: 'table' | 'json' }) => {
      const { settings } = await import('./settings');
      process.exitCode = settings(options.format);
    });
  owui
    .command('explain')
    .description('say what a code, a variable or a key means, why, and what to do')
    .argument('<name>', 'a code such as ImageNotPinned, a variable such as ENABLE_SIGNUP, or a key such as auth.admin')
    .addOption(new Option('--format <format>').choices(['table', 'json']).default('table'))
    .action(async (name: string, options: { format: 'table' | 'json' }) => {
      const { explain } = await import('./explain');
      process.exitCode = explain(name, options.format);
    });
  owui
    .command('schema')
    .description('print the JSON Schema of the fleet file')
    .action(async () => {
      const { fleetSchema } = await import('../model/fleet-schema');
      process.stdout.write(`${JSON.stringify(fleetSchema(), undefined, 2)}\n`);
    });
  return owui;
}

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCode.fine : exitCode.wrongUsage;
      return;
    }
    if (error instanceof FrameworkMissing) {
      process.exitCode = exitCode.wrongUsage;
      process.stderr.write(`${error.message}\n`);
      return;
    }
    process.exitCode = exitCode.ourFault;
    process.stderr.write(
      `owui: this is a fault of ours, please report it: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
}

void main();
