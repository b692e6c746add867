// SPDX-License-Identifier: MIT
import js from '@eslint/js';

export default [js.configs.recommended, {
  languageOptions: {ecmaVersion: 2022, sourceType: 'script'},
  rules: {
    // tsc knows what the browser defines.
    'no-undef': 'off',
    'eqeqeq': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-restricted-properties': ['error',
      ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'write', 'setHTMLUnsafe'].map((property) =>
        ({property, message: 'Text from a dataset must not become markup.'}))],
    'no-restricted-syntax': ['error', {
      selector: 'CallExpression[callee.property.name=/^(min|max|push|unshift|append|prepend|replaceChildren)$/] > SpreadElement',
      message: 'A long list has more items than a call may have arguments.'}],
    'no-var': 'error',
    'prefer-const': 'error',
    'no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
    'no-control-regex': 'off',
  },
}];
