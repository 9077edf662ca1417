'use client'
import { PlainFrame } from '@/components/layout/plain-frame'
import { Button } from '@/components/ui/button'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <PlainFrame
      title="This page did not come up"
      caption="The fault is ours, or a database is restarting. It has been logged."
    >
      <Button variant="go" onClick={reset}>
        Try again
      </Button>
    </PlainFrame>
  )
}
