import { runFacts } from '@/lib/engagement/sql/run-facts'

/** Whether anybody of a workspace was merged into another. */
export async function hasMergesIn(workspace: string): Promise<boolean> {
  const [facts] = await runFacts({ workspace })
  return facts?.hasMerges ?? false
}
