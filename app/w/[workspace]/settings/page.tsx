import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { AccountCard } from '@/components/settings/account-card'
import { ApiKeysCard } from '@/components/settings/api-keys-card'
import { WorkspaceCard } from '@/components/settings/workspace-card'
import { toJson } from '@/lib/api/json-of'
import { pageContext } from '@/lib/auth/context'
import { can } from '@/lib/server/context'
import { env } from '@/lib/server/env'
import { listKeys } from '@/lib/workspaces/operations'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const context = await pageContext((await params).workspace)
  const { slug, name, timeZone } = context.workspace
  const keys = can(context, 'keys:manage') ? await listKeys(context, {}) : null
  return (
    <>
      <TopBar title="Settings" />
      <Page className="max-w-[880px]">
        <WorkspaceCard
          workspace={slug}
          name={name}
          timeZone={timeZone}
          may={can(context, 'workspace:manage')}
        />
        <AccountCard workspace={slug} email={context.actor.label} role={context.actor.role} />
        {keys && (
          <ApiKeysCard
            workspace={slug}
            zone={timeZone}
            origin={env().GRAVITAS_ORIGIN}
            initial={toJson(keys)}
          />
        )}
      </Page>
    </>
  )
}
