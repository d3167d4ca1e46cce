import { dataSource } from '../../src/infrastructure/data-source';

describe('the outbox', () => {
  it('holds an event as soon as its change is committed', async () => {
    const rows = await dataSource.query('SELECT event_id FROM outbox WHERE sent_at IS NULL');
    expect(rows).toHaveLength(1);
  });

  it('sends an event again until the bus confirms it', async () => {
    const rows = await dataSource.query('SELECT attempts FROM outbox WHERE event_id = 7');
    expect(rows[0].attempts).toBe(2);
  });
});
