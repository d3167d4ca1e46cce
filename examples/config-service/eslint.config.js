import js from '@eslint/js';

export default [
  js.configs.recommended,
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['../infrastructure/*', '../application/*', 'typeorm', '@nestjs/*'] },
      ],
    },
  },
];
