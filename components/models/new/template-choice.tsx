'use client'
import { RadioGroup } from 'radix-ui'
import { cn } from '@/components/ui/cn'
import { templates } from '@/lib/models/templates/templates'

type Props = { chosen: string | null; onChoose: (key: string) => void }

/** The templates side by side; arrow keys choose. */
export function TemplateChoice({ chosen, onChoose }: Props) {
  return (
    <RadioGroup.Root
      aria-label="Template"
      value={chosen ?? ''}
      onValueChange={onChoose}
      className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4"
    >
      {templates.map(({ key, name, description, audience, behaviors }) => (
        <RadioGroup.Item
          key={key}
          value={key}
          aria-labelledby={`template-${key}`}
          aria-describedby={`template-${key}-words`}
          className={cn(
            'grid content-start gap-2 rounded-md border border-line p-3 text-left transition-colors hover:border-line-strong',
            'data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft',
          )}
        >
          <span id={`template-${key}`} className="text-sm font-semibold">
            {name}
          </span>
          <span id={`template-${key}-words`} className="grid gap-2">
            <span className="text-sm text-ink-2">{description}</span>
            <span className="text-xs text-ink-3">{audience}</span>
            <span className="text-xs text-ink-2">
              {behaviors.map((behavior) => behavior.name).join(' · ')}
            </span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
