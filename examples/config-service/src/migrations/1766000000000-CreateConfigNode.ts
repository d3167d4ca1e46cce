import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConfigNode1766000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE config_node (node_id uuid PRIMARY KEY, tenant_id uuid NOT NULL, parent_id uuid, depth integer NOT NULL, value text NOT NULL)',
    );
    await queryRunner.query('CREATE INDEX config_node_tenant ON config_node (tenant_id, parent_id)');
    await queryRunner.query('CREATE ROLE config_owner NOLOGIN NOBYPASSRLS');
    await queryRunner.query('ALTER TABLE config_node OWNER TO config_owner');
    await queryRunner.query('CREATE ROLE config_app NOLOGIN NOBYPASSRLS');
    await queryRunner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON config_node TO config_app');
    await queryRunner.query('ALTER TABLE config_node ENABLE ROW LEVEL SECURITY');
    await queryRunner.query('ALTER TABLE config_node FORCE ROW LEVEL SECURITY');
    await queryRunner.query(
      "CREATE POLICY config_node_tenant_rows ON config_node FOR ALL USING (tenant_id = current_setting('app.tenant')::uuid) WITH CHECK (tenant_id = current_setting('app.tenant')::uuid)",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX config_node_tenant');
    await queryRunner.query('DROP TABLE config_node');
    await queryRunner.query('DROP ROLE config_app');
    await queryRunner.query('DROP ROLE config_owner');
  }
}
