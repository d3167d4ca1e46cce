export type Shared = ReturnType<typeof shared>;

export function shared() {
  return {
    cluster: new sst.aws.Cluster('Cluster', { vpc: new sst.aws.Vpc('Vpc') }),
    database: new sst.aws.Aurora('Database', { engine: 'postgres' }),
    nats: new sst.Linkable('Nats', { properties: { servers: 'nats://nats.internal.loop.health:4222' } }),
    alarmTopic: new sst.aws.SnsTopic('AlarmTopic'),
  };
}
