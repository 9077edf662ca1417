import type { ActionResult } from '@/lib/server/action'

/** What an action answered; what it refused is thrown, in words for the page. */
export function actionValue<O>(answer: ActionResult<O>): O {
  if (answer.ok) return answer.value
  throw new Error(answer.message)
}
