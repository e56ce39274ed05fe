import { rmSync } from 'node:fs';
import { determinism } from './verify/determinism';
import { cdkReads, cfnGuard, cfnLint } from './verify/cloudformation';
import { kubernetesSchemas, kustomize } from './verify/kubernetes';
import { otherNodes } from './verify/nodes';
import { packedPackage } from './verify/package';
import { pythonScripts } from './verify/python';
import { report, workFolder } from './verify/report';
import { synthesizeExamples } from './verify/synthesize';
import { seeds } from './verify/seeds';
import { upstreamFacts } from './verify/upstream';

/** `npm run verify`: what outside checkers say of every example’s output. Ends with the counts of what was really run. */
function main(): void {
  rmSync(workFolder, { recursive: true, force: true });
  const outputs = synthesizeExamples();
  for (const check of [cfnLint, cfnGuard, cdkReads, kubernetesSchemas, kustomize, pythonScripts]) check(outputs);
  upstreamFacts();
  seeds();
  determinism();
  packedPackage();
  otherNodes();
  process.exitCode = report();
}

main();
