'use client'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { plural } from '@/lib/format/plural'
import { useEditor } from '../editor-context'
import { useWhatIf } from '../what-if-context'
import { AdviceLine } from './advice-line'
import { behaviorAdvice, FEWEST_ADVISED, MOST_ADVISED } from './behavior-advice'
import { behaviorChanges, type Section } from './behavior-changes'
import { BehaviorSheet, type Opened } from './behavior-sheet'
import { BehaviorsTable } from './behaviors-table'

/** The key behaviors of the draft: what is counted, and how much each weighs. */
export function BehaviorsCard() {
  const editor = useEditor()
  const { result } = useWhatIf()
  const { document, change, mayWrite } = editor
  const { behaviors } = document
  const [opened, setOpened] = useState<Opened | null>(null)
  const card = useRef<HTMLElement>(null)
  const changes = useMemo(
    () =>
      behaviorChanges(change, (index: number, section: Section) =>
        setOpened({ index, section, isNew: false }),
      ),
    [change],
  )
  const advice = useMemo(
    () => behaviorAdvice(document, result && { behaviors: result.behaviors, together: result.together }),
    [document, result],
  )

  const enabled = behaviors.filter((behavior) => behavior.enabled).length
  const disabled = behaviors.length - enabled
  const add = () => {
    changes.add()
    setOpened({ index: behaviors.length, section: 'events', isNew: true })
  }
  const close = () => {
    const index = opened?.index
    setOpened(null)
    requestAnimationFrame(() => {
      const row = card.current?.querySelector<HTMLElement>(`[data-behavior-menu="${index}"]`)
      ;(row ?? card.current?.querySelector<HTMLElement>('[data-add-behavior]'))?.focus()
    })
  }
  return (
    <Card ref={card} aria-labelledby="behaviors" className="@container/behaviors">
      <CardHeader
        id="behaviors"
        title="Behaviors"
        caption={
          <>
            {enabled} of {FEWEST_ADVISED}–{MOST_ADVISED} advised
            {disabled > 0 && `, ${plural(disabled, 'more', 'more')} switched off`} · raw score = sum of{' '}
            {document.weighting.mode === 'rfm' ? 'strategic value' : 'weight'} × counted value
          </>
        }
        tools={
          <Button
            data-add-behavior
            disabled={!mayWrite || behaviors.length >= 50}
            onClick={add}
            className="mr-1.5"
          >
            Add behavior
          </Button>
        }
      />
      <CardTable>
        <BehaviorsTable editor={editor} facts={result?.behaviors ?? null} changes={changes} />
      </CardTable>
      {advice.length > 0 && (
        <CardFooter>
          <AdviceLine advice={advice} />
        </CardFooter>
      )}
      {opened && behaviors[opened.index] && (
        <BehaviorSheet key={opened.index} opened={opened} changes={changes} onClose={close} />
      )}
    </Card>
  )
}
