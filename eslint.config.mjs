import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** What is exported says what it is. */
const documented = (...members) => [
  'error',
  {
    require: { ClassDeclaration: true, FunctionDeclaration: true },
    contexts: [
      'TSInterfaceDeclaration',
      'TSTypeAliasDeclaration',
      'ExportNamedDeclaration > VariableDeclaration',
      ...members,
    ],
    publicOnly: true,
  },
];

export default tseslint.config(
  { ignores: ['lib/', 'dist/', 'cdk.out/', 'node_modules/', '.verify/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], plugins: { jsdoc }, rules: { 'jsdoc/require-jsdoc': documented() } },
  {
    // What users of the frameworks see in their editor.
    files: ['src/{constructs,stacks,k8s}/**/*.ts'],
    rules: {
      'jsdoc/require-jsdoc': documented(
        'ExportNamedDeclaration TSInterfaceBody > TSPropertySignature',
        'ExportNamedDeclaration PropertyDefinition[accessibility="public"]',
        'ExportNamedDeclaration MethodDefinition[accessibility="public"][kind!="constructor"] > FunctionExpression',
      ),
    },
  },
);
