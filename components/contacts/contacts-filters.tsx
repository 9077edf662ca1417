import { Button } from '@/components/ui/button'
import { SearchBox } from '@/components/ui/search-box'
import { Select } from '@/components/ui/select'
import { listNames } from '@/lib/contacts/list-words'
import { contactLists } from '@/lib/contacts/schema'
import { type ContactsView, isNarrowed } from '@/lib/contacts/view'
import { StarFilter } from './star-filter'

export type ViewChange = { [Field in keyof ContactsView]: ContactsView[Field] | '' }

type Props = {
  view: ContactsView
  onView: (change: ViewChange) => void
  /** May the asker search e-mails and names? */
  unmasked: boolean
}

export const everyContact: ViewChange = { search: '', stars: '', list: '' }

/** Who is listed: search, stars, list. All of it is in the address of the page. */
export function ContactsFilters({ view, onView, unmasked }: Props) {
  return (
    <div role="search" className="flex flex-wrap items-center gap-2 px-4 pt-2 pb-2 max-md:px-3">
      <div className="w-72 max-md:w-full">
        <SearchBox
          label="Search contacts"
          placeholder={unmasked ? 'Part of an e-mail, id or name' : 'Part of an id'}
          value={view.search ?? ''}
          onSearch={(search) => onView({ search })}
        />
      </div>
      <StarFilter value={view.stars ?? ''} onChange={(stars) => onView({ stars })} />
      <Select
        aria-label="List"
        value={view.list ?? ''}
        onChange={({ target }) => onView({ list: target.value as ContactsView['list'] | '' })}
        options={[
          { value: '', label: 'Every contact' },
          ...contactLists.map((list) => ({ value: list, label: listNames[list] })),
        ]}
      />
      {isNarrowed(view) && (
        <Button variant="quiet" onClick={() => onView(everyContact)}>
          Clear
        </Button>
      )}
    </div>
  )
}
