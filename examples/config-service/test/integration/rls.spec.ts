import { dataSource } from '../../src/infrastructure/data-source';

describe('row level security', () => {
  it('shows a tenant its own rows only', async () => {
    const rows = await dataSource.transaction(async (rls) => {
      await rls.query('SET LOCAL ROLE config_app');
      await rls.query("SELECT set_config('app.tenant', 'tenant-a', true)");
      return rls.query("SELECT node_id FROM config_node WHERE tenant_id <> 'tenant-a'");
    });
    expect(rows).toHaveLength(0);
  });

  it('refuses rows of another tenant', async () => {
    const writing = dataSource.transaction(async (rls) => {
      await rls.query('SET LOCAL ROLE config_app');
      await rls.query("SELECT set_config('app.tenant', 'tenant-a', true)");
      return rls.query("INSERT INTO config_node (node_id, tenant_id, depth, value) VALUES (gen_random_uuid(), 'tenant-b', 1, 'x')");
    });
    await expect(writing).rejects.toThrow('row-level security');
  });
});
