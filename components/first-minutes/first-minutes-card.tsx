'use client'
import { Circle, CircleCheck, X } from 'lucide-react'
import Link from 'next/link'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { dismiss, markDone } from './done-steps'
import { type FirstStep, type FirstStepsOf, firstSteps } from './first-steps'
import { useFirstMinutes } from './use-first-minutes'

/** What to try first in the demo, each a link to where it is done, ticked when done. Gone when it was put away. */
export function FirstMinutesCard(props: FirstStepsOf) {
  const { workspace } = props
  const state = useFirstMinutes(workspace)
  if (!state || state.dismissed) return null
  const lines = firstSteps(props)
  const done = lines.filter(({ step }) => state.done.includes(step)).length
  return (
    <Card aria-labelledby="first-minutes">
      <CardHeader
        id="first-minutes"
        title="First minutes with the demo"
        caption={
          done < lines.length ? `${done} of ${lines.length} done` : 'All done. The list can be put away.'
        }
        tools={
          <IconButton label="Put this list away" onClick={() => dismiss(workspace)}>
            <X aria-hidden />
          </IconButton>
        }
      />
      <CardBody className="pt-1.5 pb-2.5 max-md:pt-1.5 max-md:pb-2">
        <ol className="flex flex-wrap gap-x-6 max-md:grid">
          {lines.map((line) => (
            <li key={line.step}>
              <StepLink
                line={line}
                done={state.done.includes(line.step)}
                onFollow={() => line.doneByLink && markDone(workspace, line.step)}
              />
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}

type StepLinkProps = { line: FirstStep; done: boolean; onFollow: () => void }

function StepLink({ line: { label, href, kind }, done, onFollow }: StepLinkProps) {
  const Mark = done ? CircleCheck : Circle
  const shown = {
    href,
    onClick: onFollow,
    className: cn(
      'inline-flex items-center gap-1.5 rounded-sm py-1 text-sm hover:underline',
      done ? 'text-ink-3' : 'text-ink',
    ),
    children: (
      <>
        <Mark
          aria-hidden
          className={cn('size-4 shrink-0 stroke-[1.5]', done ? 'text-accent' : 'text-ink-3')}
        />
        {label}
        {done && <span className="sr-only">, done</span>}
      </>
    ),
  }
  return kind === 'page' ? <Link {...shown} /> : <a {...shown} download={kind === 'file' || undefined} />
}
