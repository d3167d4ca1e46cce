import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { Roles, RolesGuard } from './roles';
import { PlantsService } from './plants.service';

@UseGuards(RolesGuard)
@Controller({ path: 'plants', version: '1' })
export class PlantsController {
  private readonly names = new Map<string, number>();

  constructor(private readonly plants: PlantsService) {}

  @Get('all')
  @Roles('gardener')
  findAll(): Promise<string[]> {
    return this.plants.all({ order: 'name' });
  }

  @Get('one/:id')
  async findOne(@Param('id') id: string): Promise<Plant | undefined> {
    const plant = await this.plants.one(id);
    if (!plant) {
      throw new NotFoundException(`no plant ${id}`);
    }
    return plant;
  }

  @Post('sow')
  @Roles('gardener', 'owner')
  sow(@Body() seed: SeedDto): Promise<Plant> {
    this.names.set(seed.name, seed.count ?? 1);
    return this.plants.sow(seed);
  }

  @Delete('pull/:id')
  @Roles('owner')
  async pull(@Param('id') id: string) {
    await this.plants.pull(id);
  }

  @Get('rows')
  rows() {
    return [...this.names].map(([name, count]) => ({ name, count }));
  }
}
