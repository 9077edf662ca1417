'use client'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { useWhatIf } from '../what-if-context'

/** That the events are being asked, how far it is, and a way to stop it. */
export function Counting({ className }: { className?: string }) {
  const { state, progress, message, cancel } = useWhatIf()
  if (state !== 'counting') return null
  return (
    <Progress
      className={className}
      label={message ?? 'Counting what everybody did'}
      done={Math.round((progress ?? 0) * 100)}
      total={100}
      unit="%"
      action={cancel && <Button onClick={cancel}>Cancel</Button>}
    />
  )
}
