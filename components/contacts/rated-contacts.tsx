import { StarDistribution } from '@/components/charts/star-distribution'
import { Columns } from '@/components/layout/page'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { ContactsAnswer } from './contacts-answer'
import { ListsCard } from './lists-card'
import { MachinesCard } from './machines-card'
import { NearCutsCard } from './near-cuts-card'
import { ShareCard } from './share-card'
import { StarMoversCard } from './star-movers-card'
import { StarsNumbers } from './stars-numbers'
import { WeekCard } from './week-card'

type Props = {
  workspace: string
  /** The model the address asks for. */
  model?: string
  data: ContactsOverview & { ratedBy: NonNullable<ContactsOverview['ratedBy']> }
  mayExport: boolean
  zone: string
}

/** Everybody rated: the answer, the numbers, the pictures, who moved, and the lists to act on. */
export function RatedContacts({ workspace, model, data, mayExport, zone }: Props) {
  const { contacts, stars, cuts, overTime, week, nearCuts, machines, lists, ratedBy } = data
  const by = `${ratedBy.model.name} v${ratedBy.version}`
  return (
    <>
      <ContactsAnswer workspace={workspace} model={model} data={data} zone={zone} />
      <StarsNumbers data={data} zone={zone} />
      <Columns>
        <StarDistribution
          stars={stars}
          cuts={cuts}
          fileName={`stars-${ratedBy.asOf.slice(0, 10)}`}
          footer={`n = ${formatNumber(contacts)}, as of ${formatInstant(ratedBy.asOf, zone)}, ${by}.`}
        />
        <ShareCard overTime={overTime} ratedBy={ratedBy} zone={zone} />
      </Columns>
      <ListsCard workspace={workspace} model={model} lists={lists} mayExport={mayExport} />
      <Columns>
        <WeekCard week={week} zone={zone} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-md:gap-3">
          <NearCutsCard nearCuts={nearCuts} asOf={ratedBy.asOf} />
          <MachinesCard machines={machines} contacts={contacts} asOf={ratedBy.asOf} />
        </div>
      </Columns>
      {week && <StarMoversCard workspace={workspace} week={week} asOf={ratedBy.asOf} zone={zone} />}
    </>
  )
}
