import { b2bCollaboration } from './b2b-collaboration'
import { eCommerce } from './e-commerce'
import { projectManagement } from './project-management'
import { streaming } from './streaming'
import type { Template } from './template'

/** The models one can begin with, in the order they are shown. */
export const templates: readonly Template[] = [projectManagement, streaming, eCommerce, b2bCollaboration]

export const templateKeys = templates.map(({ key }) => key)

export const templateOf = (key: string): Template | null => templates.find((one) => one.key === key) ?? null
