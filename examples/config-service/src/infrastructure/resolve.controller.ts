import { Controller, Get, Headers, Param, UseGuards } from '@nestjs/common';
import { ResolveService } from '../application/resolve.service';
import { TenantGuard } from './tenant.guard';

@Controller('v1/values')
@UseGuards(TenantGuard)
export class ResolveController {
  constructor(private readonly values: ResolveService) {}

  @Get(':nodeId')
  async value(@Headers('x-tenant-id') tenantId: string, @Param('nodeId') nodeId: string): Promise<{ value: string }> {
    return { value: await this.values.valueAt(tenantId, nodeId) };
  }
}
