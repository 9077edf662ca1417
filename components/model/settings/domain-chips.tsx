'use client'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldProblem } from './field-problem'
import { readDomains } from './read-domains'
import { usePart } from './use-part'

/** E-mail domains whose people are not scored: a chip each, and a box that takes one or a pasted list. */
export function DomainChips() {
  const { problemAt } = useEditor()
  const [{ excludeEmailDomains: domains }, set] = usePart('population')
  const [typed, setTyped] = useState('')

  const add = () => {
    const fresh = readDomains(typed).filter((domain) => !domains.includes(domain))
    if (fresh.length > 0) set({ excludeEmailDomains: [...domains, ...fresh] })
    setTyped('')
  }
  return (
    <div className="grid content-start gap-2">
      <Field
        label="Excluded e-mail domains"
        hint="Your own team and test accounts: their addresses, or what stands behind the @. Subdomains are named by themselves."
        error={fieldProblem(problemAt('population', 'excludeEmailDomains'))}
      >
        {(control) => (
          <span className="flex gap-2">
            <Input
              {...control}
              value={typed}
              placeholder="example.org"
              autoCapitalize="off"
              autoComplete="off"
              spellCheck={false}
              className="max-w-64"
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
            />
            <Button className="h-8" onClick={add} disabled={typed.trim() === ''}>
              Exclude
            </Button>
          </span>
        )}
      </Field>
      {domains.length > 0 && (
        <ul aria-label="Excluded e-mail domains" className="flex flex-wrap gap-1">
          {domains.map((domain) => (
            <li
              key={domain}
              className="inline-flex h-6 max-w-full items-center rounded-sm border border-line pl-2 text-xs text-ink-2"
            >
              <span className="truncate">{domain}</span>
              <button
                type="button"
                aria-label={`Include ${domain} again`}
                onClick={() => set({ excludeEmailDomains: domains.filter((other) => other !== domain) })}
                className="grid size-6 place-items-center rounded-sm text-ink-3 -outline-offset-2 hover:text-ink disabled:opacity-50"
              >
                <X aria-hidden className="size-3.5 stroke-[1.5]" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
