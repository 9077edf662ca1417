import { db } from '@/lib/server/db'
import { firstStart } from './first-start'

// The process that the start command runs once: one JSON line on standard output, or a sentence on standard error.
try {
  console.log(JSON.stringify(await firstStart(process.env, new Date())))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await db().$disconnect()
}
