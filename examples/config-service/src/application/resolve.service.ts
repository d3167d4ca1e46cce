import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { ConfigNode } from '../infrastructure/config-node.entity';
import { resolve } from '../domain/resolve';

@Injectable()
export class ResolveService {
  constructor(@InjectRepository(ConfigNode) private readonly nodes: Repository<ConfigNode>) {}

  async valueAt(tenantId: string, nodeId: string): Promise<string> {
    const path = await this.nodes.find({ where: { tenantId, nodeId } });
    const nearest = resolve(path);
    if (nearest === undefined) throw new NotFoundException('no value is set on the way to the root');
    return nearest.value;
  }
}
