import { DataSource } from 'typeorm';
import { env } from '../config/env';
import { ConfigNode } from './config-node.entity';

export const dataSourceOptions = {
  type: 'postgres',
  url: env.DATABASE_URL,
  entities: [ConfigNode],
  migrations: ['dist/migrations/*.js'],
  synchronize: false,
  migrationsRun: false,
} as const;

export const dataSource = new DataSource(dataSourceOptions);
