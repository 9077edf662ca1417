import { Download } from 'lucide-react'
import Link from 'next/link'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { buttonStyle } from '@/components/ui/button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ContactsOverview } from '@/lib/contacts/client'
import { listMeanings, listNames } from '@/lib/contacts/list-words'
import { formatNumber } from '@/lib/format/number'
import { contactsFileHref, listHref } from './list-href'

type Props = {
  workspace: string
  model?: string
  lists: ContactsOverview['lists']
  /** May contacts leave the product with their addresses? */
  mayExport: boolean
}

/** Contacts to act on: whom to thank, to win back, to leave alone. */
export function ListsCard({ workspace, model, lists, mayExport }: Props) {
  return (
    <Card aria-labelledby="lists">
      <CardHeader
        id="lists"
        title="Lists to act on"
        caption="for loyalty and competitions, to re-engage, to remove"
      />
      <CardTable>
        <Table label="Lists of contacts">
          <thead>
            <tr>
              <Th>List</Th>
              <Th className="max-md:hidden">Who is in it</Th>
              <Th numeric>Contacts</Th>
              {mayExport && (
                <Th>
                  <span className="sr-only">Download</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {lists.map(({ list, contacts }) => (
              <Tr key={list}>
                <Th scope="row" className="max-md:whitespace-normal">
                  <div>
                    <Link href={listHref(workspace, { list }, model)} className="link">
                      {listNames[list]}
                    </Link>
                  </div>
                  <div className="text-xs text-ink-3 md:hidden">{listMeanings[list]}</div>
                </Th>
                <Td className="text-ink-2 max-md:hidden">{listMeanings[list]}</Td>
                <Td numeric>{formatNumber(contacts)}</Td>
                {mayExport && (
                  <Td className="text-right">
                    {contacts > 0 && (
                      <a
                        href={contactsFileHref(workspace, { list }, model)}
                        download
                        className={buttonStyle({ variant: 'quiet' })}
                      >
                        <Download aria-hidden className="stroke-[1.5]" />
                        CSV<span className="sr-only"> of {listNames[list]}</span>
                      </a>
                    )}
                  </Td>
                )}
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        {mayExport
          ? 'A file has score, stars, last action and the reason of each contact; every download is recorded.'
          : 'Your role sees no e-mails, so it downloads no lists.'}
      </CardFooter>
    </Card>
  )
}
