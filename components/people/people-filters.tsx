import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { PeoplePage } from '@/lib/people/client'
import { listedStates } from '@/lib/people/schema'
import { type PeopleView, isNarrowed } from '@/lib/people/view'
import { SearchBox } from '@/components/ui/search-box'
import { stageName, stateWords } from './words'

type Props = {
  view: PeopleView
  onView: (change: PeopleView) => void
  scores: PeoplePage['scores']
  /** May the asker search e-mails and names? */
  unmasked: boolean
}

const everything: PeopleView = { search: '', tier: '', stage: '', state: 'all', account: '' }

/** Who is listed: search, tier, state, stage, account. All of it is in the address of the page. */
export function PeopleFilters({ view, onView, scores, unmasked }: Props) {
  const states = listedStates.map((state) => ({ value: state, label: stateWords[state] }))
  const stages = scores?.stages ?? []
  return (
    <div role="search" className="flex flex-wrap items-center gap-2 px-4 pt-2 pb-2 max-md:px-3">
      <div className="w-72 max-md:w-full">
        <SearchBox
          label="Search people"
          placeholder={unmasked ? 'Part of an e-mail, id or name' : 'Part of an id'}
          value={view.search ?? ''}
          onSearch={(search) => onView({ search })}
        />
      </div>
      {scores && (
        <Select
          aria-label="Tier"
          value={view.tier ?? ''}
          onChange={({ target }) => onView({ tier: target.value })}
          options={[
            { value: '', label: 'Every tier' },
            ...[...scores.tiers].reverse().map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <Select
        aria-label="State"
        value={view.state ?? 'all'}
        onChange={({ target }) => onView({ state: target.value as PeopleView['state'] })}
        options={[{ value: 'all', label: 'Every state' }, ...states]}
      />
      {stages.length > 1 && (
        <Select
          aria-label="Stage"
          value={view.stage ?? ''}
          onChange={({ target }) => onView({ stage: target.value })}
          options={[
            { value: '', label: 'Every stage' },
            ...stages.map((key) => ({ value: key, label: stageName(key) })),
          ]}
        />
      )}
      <div className="w-40">
        <SearchBox
          label="Account"
          placeholder="Account id"
          value={view.account ?? ''}
          onSearch={(account) => onView({ account })}
        />
      </div>
      {isNarrowed(view) && (
        <Button variant="quiet" onClick={() => onView(everything)}>
          Clear
        </Button>
      )}
    </div>
  )
}
