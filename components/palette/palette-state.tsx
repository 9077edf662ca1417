'use client'
import { createContext, type Dispatch, type SetStateAction, useContext } from 'react'

/** What lies over the page: the palette, the list of shortcuts, or nothing. */
export type Overlay = 'palette' | 'shortcuts' | null

export type PaletteState = { overlay: Overlay; setOverlay: Dispatch<SetStateAction<Overlay>> }

const Context = createContext<PaletteState>({ overlay: null, setOverlay: () => {} })

export const PaletteStateProvider = Context.Provider

export const usePaletteState = (): PaletteState => useContext(Context)
