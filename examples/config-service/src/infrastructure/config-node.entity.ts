import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ name: 'config_node' })
@Index(['tenantId', 'parentId'])
export class ConfigNode {
  @PrimaryColumn({ name: 'node_id', type: 'uuid' })
  nodeId!: string;

  @Column({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ type: 'integer' })
  depth!: number;

  @Column({ type: 'text' })
  value!: string;
}
