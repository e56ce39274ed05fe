import { FrameworkMissing, loadTarget } from '../../src/cli/frameworks';

function missing(name: string): () => Promise<never> {
  const message = `Cannot find module '${name}'\nRequire stack:\n- /app/node_modules/aws-cdk-lib/index.js`;
  return () => Promise.reject(Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' }));
}

test.each(['aws-cdk-lib', 'aws-cdk-lib/aws-ecs', 'constructs'])('%s is a package to install', async (name) => {
  await expect(loadTarget('aws', missing(name))).rejects.toThrow(
    new FrameworkMissing('--target: aws needs packages that are not installed; npm install aws-cdk-lib constructs'),
  );
});

test.each(['./gone', 'aws-cdk-lib-other', 'cdk8s'])('%s is not what AWS needs', async (name) => {
  const error = await loadTarget('aws', missing(name)).catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(FrameworkMissing);
  expect((error as Error).message).toContain(name);
});
