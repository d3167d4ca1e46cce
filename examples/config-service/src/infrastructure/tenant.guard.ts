import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';

@Injectable()
export class TenantGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const tenantId: unknown = context.switchToHttp().getRequest().headers['x-tenant-id'];
    if (typeof tenantId !== 'string') throw new UnauthorizedException('the request names no tenant');
    return true;
  }
}
