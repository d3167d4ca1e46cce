import { PrismaClient } from "@prisma/client";

export type DatabaseClient = PrismaClient;

export function createClient(): DatabaseClient {
  return new PrismaClient();
}
