import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { trackEvent } from './testing'
import { writeEvents } from './write-events'

// A process of its own for tests: writes batch after batch into the workspace it is given and prints the name of each
// one that is in, until it is killed.
const [workspaceId = '', name = '', size = '50'] = process.argv.slice(2)
const source = { id: workspaceId, kind: 'http' as const }
for (let batch = 0; ; batch++) {
  const events = Array.from({ length: Number(size) }, (_, i) =>
    trackEvent(`${name}-${batch}-${i}`, { userId: `u${i}`, anonymousId: `${name}-${batch}-${i}` }),
  )
  await writeEvents(mintWorkspaceId(workspaceId), source, events, new Date())
  process.stdout.write(`${batch}\n`)
}
