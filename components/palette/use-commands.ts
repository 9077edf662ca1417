'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  ArrowRight,
  Building2,
  ChartColumn,
  Keyboard,
  LogOut,
  Monitor,
  Moon,
  Play,
  Plus,
  SlidersHorizontal,
  Sun,
} from 'lucide-react'
import { useTheme } from 'next-themes'
import { useRouter } from 'next/navigation'
import { useSignOut } from '@/components/layout/use-sign-out'
import { actionValue } from '@/lib/api/action-value'
import { activityQuery } from '@/lib/activity/client'
import { startRun } from '@/lib/models/actions'
import { modelsQuery } from '@/lib/models/client'
import type { Command, CommandGroup } from './command'
import type { KeyboardProps } from './keyboard'
import { usePaletteState } from './palette-state'

const themes = [
  { theme: 'light', label: 'Use the light theme', icon: Sun },
  { theme: 'dark', label: 'Use the dark theme', icon: Moon },
  { theme: 'system', label: 'Use the theme of the system', icon: Monitor },
] as const

/** What the palette offers whatever was typed: places, models, actions, other workspaces. */
export function useCommands({
  workspace,
  places,
  workspaces,
  newWorkspaceHref,
  mayScore,
}: Omit<KeyboardProps, 'children'>): CommandGroup[] {
  const router = useRouter()
  const client = useQueryClient()
  const { setOverlay } = usePaletteState()
  const { setTheme } = useTheme()
  const signOut = useSignOut()
  const models = useQuery(modelsQuery(workspace)).data?.items ?? []
  const go = (href: string) => () => router.push(href)

  const score = (id: string) => async () => {
    actionValue(await startRun(workspace, { id }))
    void client.invalidateQueries(activityQuery(workspace))
    void client.invalidateQueries({ queryKey: [workspace, 'overview'] })
  }
  const published = models.filter(({ kind, version }) => kind === 'engagement' && version !== null)
  const scoring = published.map(({ id, name }): Command => ({
    id: `score ${id}`,
    label: 'Score now',
    hint: name,
    icon: Play,
    words: `run ${name}`,
    run: score(id),
  }))

  return [
    {
      heading: 'Pages',
      commands: places.map(({ href, label, letter }) => ({
        id: `page ${href}`,
        label,
        icon: ArrowRight,
        words: 'go to page',
        run: go(href),
        ...(letter && { end: ['G', letter.toUpperCase()] }),
      })),
    },
    {
      heading: 'Models',
      commands: models.flatMap(({ id, kind, name, version }) => {
        const rates = kind === 'contact'
        const hint = version === null ? 'draft' : `v${version}`
        return [
          {
            id: `model ${id}`,
            label: `Edit ${name}`,
            hint,
            icon: SlidersHorizontal,
            words: rates ? 'contact model points gravity stars' : 'model weights behaviors tiers',
            run: go(`/w/${workspace}/models/${id}`),
          },
          {
            id: `model overview ${id}`,
            label: rates ? `Contacts by ${name}` : `Overview of ${name}`,
            hint,
            icon: ChartColumn,
            words: rates ? 'contact model stars overview' : 'model scores',
            run: go(`/w/${workspace}${rates ? '/contacts' : ''}?model=${id}`),
          },
        ]
      }),
    },
    {
      heading: 'Actions',
      commands: [
        ...(mayScore ? scoring : []),
        ...themes.map(({ theme, label, icon }) => ({
          id: `theme ${theme}`,
          label,
          icon,
          words: 'switch colours mode',
          run: () => setTheme(theme),
        })),
        {
          id: 'shortcuts',
          label: 'Show keyboard shortcuts',
          icon: Keyboard,
          words: 'help keys',
          end: ['?'],
          run: () => setOverlay('shortcuts'),
        },
        ...(newWorkspaceHref
          ? [
              {
                id: 'new workspace',
                label: 'Make a new workspace',
                icon: Plus,
                words: 'create add',
                run: go(newWorkspaceHref),
              },
            ]
          : []),
        { id: 'sign out', label: 'Sign out', icon: LogOut, words: 'log out leave', run: signOut },
      ],
    },
    {
      heading: 'Workspaces',
      commands: workspaces
        .filter(({ current }) => !current)
        .map(({ id, name, href }) => ({
          id: `workspace ${id}`,
          label: name,
          hint: 'open this workspace',
          icon: Building2,
          words: 'workspace switch',
          run: go(href),
        })),
    },
  ]
}
