import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ResolveController } from './infrastructure/resolve.controller';
import { HealthController } from './infrastructure/health.controller';
import { dataSourceOptions } from './infrastructure/data-source';
import { ResolveService } from './application/resolve.service';

@Module({
  imports: [TypeOrmModule.forRoot(dataSourceOptions)],
  controllers: [HealthController, ResolveController],
  providers: [ResolveService],
})
export class AppModule {}
