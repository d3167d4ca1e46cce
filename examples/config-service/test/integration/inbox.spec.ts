import { dataSource } from '../../src/infrastructure/data-source';

describe('the inbox', () => {
  it('takes an event that comes twice once', async () => {
    const rows = await dataSource.query('SELECT event_id FROM inbox WHERE event_id = 12');
    expect(rows).toHaveLength(1);
  });
});
