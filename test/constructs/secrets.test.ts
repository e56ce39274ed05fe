import { secrets } from '../../src/model';
import { onAws } from '../fixtures';
import { aws, container, everything, resources, synth, text } from './support';

const arn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:acme/signing-AbCdEf';
const deployment = everything();
const template = synth(deployment);
const made = Object.values(resources(template, 'AWS::SecretsManager::Secret'));

test('there is one secret a role, but for the administrator of the database', () => {
  const roles = secrets(deployment, 'aws').map(({ name }) => name);
  expect(made.map(({ Properties }) => text(Properties.Description).split(':')[0]).sort()).toEqual(
    roles.filter((name) => name !== 'databaseAdministrator').sort(),
  );
});

test('every value is random, of letters and digits, as long as the model says', () => {
  for (const { name, length } of secrets(deployment, 'aws').filter((role) => role.name !== 'databaseAdministrator')) {
    const secret = made.find(({ Properties }) => text(Properties.Description).startsWith(`${name}:`));
    expect(secret?.Properties.GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: length });
  }
});

test('every secret is encrypted with the key and outlives the stack', () => {
  template.allResources('AWS::SecretsManager::Secret', {
    Properties: { KmsKeyId: { 'Fn::GetAtt': ['OpenWebUiKeyDE75C065', 'Arn'] } },
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
});

test('a supplied one says how to put its value', () => {
  template.hasResourceProperties('AWS::SecretsManager::Secret', {
    Description:
      'ldapBindPassword: password of the account that searches the directory. ' +
      'Random until you put the real value: aws secretsmanager put-secret-value, then restart the service',
  });
});

test('a given one is used and not made', () => {
  const given = synth(onAws({ aws: aws({ secrets: { signingKey: arn } }) }));
  expect(container(given, 'app').secrets.WEBUI_SECRET_KEY).toBe(arn);
  expect(container(given, 'prepare').secrets.WEBUI_SECRET_KEY).toBe(arn);
  expect(JSON.stringify(resources(given, 'AWS::SecretsManager::Secret'))).not.toContain('signingKey');
});
