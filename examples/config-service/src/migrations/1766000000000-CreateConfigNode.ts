import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConfigNode1766000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE config_node (node_id uuid PRIMARY KEY, tenant_id uuid NOT NULL, parent_id uuid, depth integer NOT NULL, value text NOT NULL)',
    );
    await queryRunner.query('CREATE INDEX config_node_tenant ON config_node (tenant_id, parent_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX config_node_tenant');
    await queryRunner.query('DROP TABLE config_node');
  }
}
