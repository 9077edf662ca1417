import { atRiskHref } from '@/components/overview/export-at-risk'
import type { Step } from './done-steps'

export type FirstStepsOf = {
  workspace: string
  /** The model whose scores the overview shows. */
  model: string
  mayWriteModels: boolean
  /** May people leave the product with their names? */
  mayExport: boolean
  mayCreateWorkspaces: boolean
}

export type FirstStep = {
  step: Step
  label: string
  href: string
  /** `anchor`: on the overview itself; `file`: a download; `page`: another page. */
  kind: 'anchor' | 'file' | 'page'
  /** Is it done by following the link? Else it is done where the link leads. */
  doneByLink: boolean
}

/** The lines of the list and where each is done; what somebody may not do is left out. */
export function firstSteps(of: FirstStepsOf): FirstStep[] {
  const { workspace, model, mayWriteModels, mayExport, mayCreateWorkspaces } = of
  const all: (FirstStep & { may: boolean })[] = [
    {
      step: 'distribution',
      label: 'Look at the distribution',
      href: '#distribution',
      kind: 'anchor',
      doneByLink: true,
      may: true,
    },
    {
      step: 'weight',
      label: 'Move a weight',
      href: `/w/${workspace}/models/${model}`,
      kind: 'page',
      doneByLink: false,
      may: mayWriteModels,
    },
    {
      step: 'movers',
      label: 'See who moved',
      href: '#movers',
      kind: 'anchor',
      doneByLink: true,
      may: true,
    },
    {
      step: 'export',
      label: 'Export the at-risk list',
      href: atRiskHref(workspace, model),
      kind: 'file',
      doneByLink: true,
      may: mayExport,
    },
    {
      step: 'own-data',
      label: 'Connect your own data',
      href: `/w/${workspace}/new`,
      kind: 'page',
      doneByLink: true,
      may: mayCreateWorkspaces,
    },
  ]
  return all.filter(({ may }) => may).map(({ may: _, ...step }) => step)
}
