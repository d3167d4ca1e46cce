export default { schema: './src/db/schema.ts', out: './migrations', dialect: 'postgresql', schemaFilter: ['jobs'] };
